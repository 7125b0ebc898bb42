package export

import (
	_ "embed" // the fonts
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// Noto Sans 2.004 under the SIL Open Font License (fonts/OFL.txt), cut down to
// Latin, Vietnamese and punctuation:
//
//	pyftsubset NotoSans-Regular.ttf --layout-features= --no-hinting --name-IDs='*' \
//	  --unicodes=20-7E,A0-FF,102-103,110-111,128-129,168-169,1A0-1A1,1AF-1B0,300-301,303,309,323,1EA0-1EF9,2013-2014,2018-201D,2022,2026,FFFD
var (
	//go:embed fonts/NotoSans-Regular.ttf
	regularFont []byte
	//go:embed fonts/NotoSans-Bold.ttf
	boldFont []byte
)

var parseFonts = sync.OnceValues(func() ([2]*opentype.Font, error) {
	var fonts [2]*opentype.Font
	for i, file := range [][]byte{regularFont, boldFont} {
		parsed, err := opentype.Parse(file)
		if err != nil {
			return fonts, fmt.Errorf("read font: %w", err)
		}
		fonts[i] = parsed
	}
	return fonts, nil
})

// letters are the sizes of a picture. At the width of a phone, a third of the
// picture's, the smallest are eleven points.
type letters struct {
	title, heading, bold, plain font.Face
}

// newLetters makes the faces of one picture: a face serves one goroutine.
func newLetters() (letters, error) {
	fonts, err := parseFonts()
	if err != nil {
		return letters{}, err
	}
	var l letters
	for _, made := range []struct {
		face *font.Face
		font *opentype.Font
		size float64
	}{
		{&l.title, fonts[1], 46},
		{&l.heading, fonts[1], 40},
		{&l.bold, fonts[1], 33},
		{&l.plain, fonts[0], 33},
	} {
		face, err := opentype.NewFace(made.font, &opentype.FaceOptions{Size: made.size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return letters{}, fmt.Errorf("size font: %w", err)
		}
		*made.face = face
	}
	return l, nil
}
