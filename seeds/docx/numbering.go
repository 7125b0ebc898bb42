package docx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// level is how one level of a list is numbered.
type level struct {
	format string // "decimal", "bullet", …
	text   string // "%1.%2."
	start  int
}

// numbering writes the automatic numbers of paragraphs.
type numbering struct {
	levels map[string][9]level // by numId
	lists  map[string]string   // abstract list of a numId: its counters are shared
	styles map[string][2]string
	counts map[string]*[9]int
}

type numberingPart struct {
	Abstract []struct {
		ID     string     `xml:"abstractNumId,attr"`
		Levels []levelXML `xml:"lvl"`
	} `xml:"abstractNum"`
	Nums []struct {
		ID       string `xml:"numId,attr"`
		Abstract struct {
			Val string `xml:"val,attr"`
		} `xml:"abstractNumId"`
		Overrides []struct {
			Level int       `xml:"ilvl,attr"`
			Start *value    `xml:"startOverride"`
			Lvl   *levelXML `xml:"lvl"`
		} `xml:"lvlOverride"`
	} `xml:"num"`
}

type value struct {
	Val string `xml:"val,attr"`
}

type levelXML struct {
	Level  int   `xml:"ilvl,attr"`
	Start  value `xml:"start"`
	Format value `xml:"numFmt"`
	Text   value `xml:"lvlText"`
}

type stylesPart struct {
	Styles []struct {
		ID    string `xml:"styleId,attr"`
		Num   value  `xml:"pPr>numPr>numId"`
		Level value  `xml:"pPr>numPr>ilvl"`
	} `xml:"style"`
}

// readNumbering reads both parts; either may be missing.
func readNumbering(numbers, styles []byte) (*numbering, error) {
	n := &numbering{
		levels: map[string][9]level{}, lists: map[string]string{},
		styles: map[string][2]string{}, counts: map[string]*[9]int{},
	}
	var list numberingPart
	if err := unmarshal(numbers, &list); err != nil {
		return nil, fmt.Errorf("numbering: %w", err)
	}
	var named stylesPart
	if err := unmarshal(styles, &named); err != nil {
		return nil, fmt.Errorf("styles: %w", err)
	}
	abstract := map[string][9]level{}
	for _, a := range list.Abstract {
		var levels [9]level
		for _, l := range a.Levels {
			set(&levels, l)
		}
		abstract[a.ID] = levels
	}
	for _, num := range list.Nums {
		levels := abstract[num.Abstract.Val]
		n.lists[num.ID] = "a" + num.Abstract.Val
		for _, o := range num.Overrides {
			if o.Lvl != nil {
				set(&levels, *o.Lvl)
			}
			if start, err := strconv.Atoi(valueOf(o.Start)); err == nil && 0 <= o.Level && o.Level < 9 {
				levels[o.Level].start = start
				n.lists[num.ID] = "n" + num.ID // counts on its own
			}
		}
		n.levels[num.ID] = levels
	}
	for _, s := range named.Styles {
		if s.Num.Val != "" {
			n.styles[s.ID] = [2]string{s.Num.Val, s.Level.Val}
		}
	}
	return n, nil
}

func valueOf(v *value) string {
	if v == nil {
		return ""
	}
	return v.Val
}

func set(levels *[9]level, l levelXML) {
	if l.Level < 0 || l.Level >= 9 {
		return
	}
	start, err := strconv.Atoi(l.Start.Val)
	if err != nil {
		start = 1
	}
	levels[l.Level] = level{format: l.Format.Val, text: l.Text.Val, start: start}
}

func unmarshal(data []byte, into any) error {
	if data == nil {
		return nil
	}
	return xml.Unmarshal(data, into) //nolint:wrapcheck // the caller names the part
}

// next is the number of the next paragraph of a list, "-" for a bullet, ""
// where it has none.
func (n *numbering) next(style, numID, ilvl string) string {
	if numID == "" {
		numID, ilvl = n.styles[style][0], n.styles[style][1]
	}
	levels, ok := n.levels[numID]
	if !ok || numID == "0" {
		return ""
	}
	depth, err := strconv.Atoi(ilvl)
	if err != nil || depth < 0 || depth >= 9 {
		depth = 0
	}
	counts := n.counts[n.lists[numID]]
	if counts == nil {
		counts = &[9]int{}
		n.counts[n.lists[numID]] = counts
	}
	counts[depth]++
	for deeper := depth + 1; deeper < 9; deeper++ {
		counts[deeper] = 0
	}
	switch levels[depth].format {
	case "bullet":
		return "-"
	case "none", "":
		return ""
	}
	text := levels[depth].text
	for i := 0; i <= depth; i++ {
		value := levels[i].start + max(counts[i], 1) - 1
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), formatted(levels[i].format, value))
	}
	return text
}

// formatted writes a number in the format of its level.
func formatted(format string, n int) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter", "lowerLetter":
		letter := string(rune('A' + (max(n, 1)-1)%26))
		if format == "lowerLetter" {
			letter = strings.ToLower(letter)
		}
		return letter
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}

// roman is "IV" for 4; numbers that no list reaches stay as they are.
func roman(n int) string {
	if n <= 0 || n > 300 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for i, value := range []int{100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for n >= value {
			b.WriteString([]string{"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}[i])
			n -= value
		}
	}
	return b.String()
}
