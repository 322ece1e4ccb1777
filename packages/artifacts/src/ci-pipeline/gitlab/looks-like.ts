const STAGE = /^ {1,8}["']?stage["']?:/m;
const SCRIPT = /^ {1,8}["']?script["']?:/m;

/** A cheap look at a file whose name says nothing: parts of a pipeline are called anything. */
export const looksLikeGitlab = (text: string): boolean => STAGE.test(text) && SCRIPT.test(text);
