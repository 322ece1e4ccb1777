/** Ideographs and kana are written without spaces; about so many make a word. */
const IDEOGRAPHS_PER_WORD = 2;

function isIdeograph(unit: number): boolean {
  return (unit >= 0x3040 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);
}

function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit >= 0xaa;
}

/** Words of a text: runs between white space that hold a letter or digit; ideographs count by twos. */
export function countWords(text: string): number {
  let words = 0;
  let ideographs = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 32 || unit === 0xa0) inWord = false;
    else if (unit >= 0x3040 && isIdeograph(unit)) {
      ideographs++;
      inWord = false;
    } else if (!inWord && isWordUnit(unit)) {
      inWord = true;
      words++;
    }
  }
  return words + Math.ceil(ideographs / IDEOGRAPHS_PER_WORD);
}
