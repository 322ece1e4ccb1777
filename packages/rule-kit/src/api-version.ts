/**
 * Version of what packages of rules and reporters exchange with shipworthy. It goes up with a change that breaks those
 * written before it; shipworthy refuses packages of another version instead of misreading them.
 */
export const API_VERSION = 1;
