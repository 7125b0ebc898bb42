// Package vi is a Vietnamese analyzer for Bleve, laid out like Bleve's own
// analysis/lang packages: one filter, one file, one table test.
//
// # What comes in, what goes out
//
// In comes any text: of a plan, or of a question typed on a phone, composed
// (NFC) or decomposed (NFD), with marks or without. Out come terms with byte
// offsets into the text as it came in, so that a match can be shown where it
// stands. The same words give the same terms however they were encoded and
// wherever their tone mark was put (hoà, hòa).
//
// There are two forms of a term. The toned form ([Normalize]) keeps the marks;
// the folded form ([Fold]) has none. A text is indexed in both, side by side.
//
// # Tokens
//
// A Vietnamese word is written as one to four syllables with spaces between
// them, so a token is a syllable, and pairs of syllables ([PairFilter]) stand
// for words. What officials cite is kept whole: document numbers
// (1191/QĐ-UBND), task numbers (1.4.2), percentages, dates, e-mail addresses
// and standards (ISO 9001:2015).
//
// The tokenizer is not built on the Unicode word segmenter (UAX #29): that one
// joins "chính.Kế", "1;2" and "vụ:Sở", and cuts "QĐ-UBND" and "98%", so nearly
// each of its answers would have to be undone.
//
// # What it never does
//
// It holds no vocabulary and no stop words, corrects no spelling, reads no
// file and logs nothing. Abbreviations come from the caller. No input makes it
// panic, and its time grows with the length of the input, not faster.
package vi
