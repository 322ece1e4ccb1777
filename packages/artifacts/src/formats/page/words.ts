/** Ideographs and kana are written without spaces; about so many make a word. */
const IDEOGRAPHS_PER_WORD = 2;

const GAP = 0;
const MARK = 1;
const LETTER = 2;
/** What each unit of ASCII and Latin-1 is to a word. */
const CLASSES = new Uint8Array(256).map((_, unit) => {
  if (unit <= 32 || unit === 0xa0) return GAP;
  return unit >= 0xaa || /[0-9A-Za-z]/.test(String.fromCharCode(unit)) ? LETTER : MARK;
});

function isIdeograph(unit: number): boolean {
  return (unit >= 0x3040 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);
}

/** Words of a text: runs between white space that hold a letter or digit; ideographs count by twos. */
export function countWords(text: string): number {
  let words = 0;
  let ideographs = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = unit < 256 ? CLASSES[unit] : LETTER;
    if (kind === GAP) inWord = false;
    else if (unit >= 0x3040 && isIdeograph(unit)) {
      ideographs++;
      inWord = false;
    } else if (kind === LETTER && !inWord) {
      inWord = true;
      words++;
    }
  }
  return words + Math.ceil(ideographs / IDEOGRAPHS_PER_WORD);
}
