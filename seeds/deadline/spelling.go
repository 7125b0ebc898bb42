package deadline

import (
	"regexp"
	"strings"
)

// spelling is one way of writing a time that has a plainer one.
type spelling struct {
	pattern *regexp.Regexp
	plain   string
}

// spellings are tried in order, each wherever it fits.
var spellings = []spelling{
	{form(`[÷→]`), "-"},
	{form(`^cuối\s+năm$`), "cả năm"},
	{form(`^cuối\s+(tháng\s+\d|quý|quí|năm)`), "$1"},
	{form(`^suốt\s+năm`), "cả năm"},
	{form(`^theo\s+(từng\s+)?(tuần|tháng|quý|quí|năm)$`), "hằng $2"},
	{form(`^(?:0?1\s+)?(tuần|tháng|quý|năm)\s*/\s*(?:0?1\s+)?lần$`), "hằng $1"},
	{form(`^từ\s+nay\s+(đến|tới)`), "$1"},
	{form(`(^|\s)(?:một|mỗi\s+một)\s+lần`), "${1}1 lần"},
	{form(`(^|\s)hai\s+lần`), "${1}2 lần"},
	{form(`(^|\s)bốn\s+lần`), "${1}4 lần"},
	{form(`^(định kỳ\s+)?(?:ba|03)\s+tháng`), "${1}3 tháng"},
	{form(`^(định kỳ\s+)?sáu\s+tháng`), "${1}6 tháng"},
	{form(`\s*&\s*`), " và "},
	{form(`(?:lúc\s+)?\d{1,2}\s*(?:h|giờ|g)\s*(?:\d{2}\s*(?:phút)?)?\s*,?\s*(ngày|thứ|chủ nhật)`), "$1"},
	{form(`^\s*(0?[1-9]|1[0-2])\s*/\s*(20\d\d)\s*$`), "tháng $1/$2"},
	{form(`^\s*(IV|III|II|I)\s*/\s*(20\d\d)\s*$`), "quý $1/$2"},
	{form(`(^|[^\p{L}\d])q(?:uý|uí)?[.\s]*(IV|III|II|I|[1-4])\b`), "${1}quý $2"},
	{form(`(^|[^\p{L}\d])T\.?\s?(\d{1,2})\b`), "${1}tháng $2"},
	{form(`\b(\d{1,2})[-.](\d{1,2})[-.](20\d\d)\b`), "$1/$2/$3"},
	{form(`(\d|I|V)\s*,\s*năm\s+(20\d\d)`), "$1 năm $2"},
	{form(`(\d|I|V)\s*\(\s*(?:năm\s+)?(20\d\d)\s*\)`), "$1 năm $2"},
	{form(`[,\s]*\(\s*((?:hàng|hằng|mỗi)\s+(?:năm|quý|tháng|tuần))\s*\)`), " $1"},
	{form(`(^|\s)hết\s+(tháng|quý|năm)`), "$1$2"},
	{form(`(?:sáng|chiều|tối)\s+(ngày|thứ|chủ nhật)`), "$1"},
	{form(`((?:hàng|hằng|mỗi)\s+tuần)\s+0?1\s+lần`), "$1"},
	{form(`nửa\s+(đầu|cuối)\s+năm`), "6 tháng $1 năm"},
	{form(`tháng\s+(?:một|giêng)(\s|$)`), "tháng 1$1"},
	{form(`tháng\s+hai(\s|$)`), "tháng 2$1"},
	{form(`tháng\s+ba(\s|$)`), "tháng 3$1"},
	{form(`tháng\s+tư(\s|$)`), "tháng 4$1"},
	{form(`tháng\s+sáu(\s|$)`), "tháng 6$1"},
	{form(`tháng\s+bảy(\s|$)`), "tháng 7$1"},
	{form(`tháng\s+tám(\s|$)`), "tháng 8$1"},
	{form(`tháng\s+chín(\s|$)`), "tháng 9$1"},
	{form(`tháng\s+mười\s+một(\s|$)`), "tháng 11$1"},
	{form(`tháng\s+(?:mười\s+hai|chạp)(\s|$)`), "tháng 12$1"},
	{form(`tháng\s+mười(\s|$)`), "tháng 10$1"},
	{form(`quý\s+(?:một|nhất)(\s|$)`), "quý I$1"},
	{form(`quý\s+hai(\s|$)`), "quý II$1"},
	{form(`quý\s+ba(\s|$)`), "quý III$1"},
	{form(`quý\s+(?:bốn|tư)(\s|$)`), "quý IV$1"},
}

// plainly writes a statement of time in the plainest of its forms.
func plainly(words string) string {
	for _, s := range spellings {
		words = s.pattern.ReplaceAllString(words, s.plain)
	}
	return strings.Join(strings.Fields(words), " ")
}

// form makes a pattern of whole words, whatever the case.
func form(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:` + pattern + `)`)
}
