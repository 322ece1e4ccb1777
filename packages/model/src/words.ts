/** The lifecycle of the article that this project takes its shape from, in order. */
export const STAGES = ['discovery', 'design', 'build', 'test', 'deploy', 'operate', 'improve'] as const;
export type Stage = (typeof STAGES)[number];

export const QUALITIES = ['reliability', 'security', 'performance', 'maintainability', 'observability'] as const;
export type Quality = (typeof QUALITIES)[number];

/** Contradictions are errors, absences are warnings, style is info. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How sure a rule is that its gaps are real, apart from how bad they are. */
export type Confidence = 'high' | 'medium' | 'low';

/** Each preset holds the rules of those before it. */
export const PRESETS = ['essential', 'recommended', 'strict'] as const;
export type Preset = (typeof PRESETS)[number];

/** What a file is before anything else; decided from its path and first lines. */
export const PATH_CLASSES = [
  'authored',
  'generated',
  'vendored',
  'fixture',
  'example',
  'template',
  'about',
  'archived',
  'translated',
] as const;
export type PathClass = (typeof PATH_CLASSES)[number];

/**
 * How facts were read. `parsed`: by the format's parser. `tolerant`: template expressions were masked first.
 * `scraped`: by a line scan; such facts may support a pass but are never a gap by themselves.
 */
export type ExtractionLevel = 'parsed' | 'tolerant' | 'scraped';
