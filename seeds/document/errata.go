package document

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cchcbot/seeds/plan"
)

// correct applies the errata. One that finds its words no more is reported;
// those that find no unit are one problem together, as a text that was cut
// lacks many.
func (r *reader) correct(errata []plan.Erratum) {
	places := make(map[string]int, len(r.plan.Units))
	for i, u := range r.plan.Units {
		places[u.ID] = i
	}
	var missing []string
	for _, e := range errata {
		i, ok := places[e.Unit]
		if !ok {
			if !slices.Contains(missing, e.Unit) {
				missing = append(missing, e.Unit)
			}
			continue
		}
		u := &r.plan.Units[i]
		if !apply(u, e) {
			r.reportOf(u, plan.ProblemErratum, e.Scanned, "đính chính cho “%s” không khớp với văn bản", e.Scanned)
		}
	}
	if len(missing) > 0 {
		r.report(0, plan.ProblemErratum, "văn bản bị thiếu? Có đính chính cho những mục không có trong văn bản: %s", strings.Join(missing, ", "))
	}
}

// apply corrects or notes an erratum in every field of a unit; it reports
// whether the words were there.
func apply(u *plan.Unit, e plan.Erratum) bool {
	scanned := norm.NFC.String(e.Scanned)
	scannedText, found := u.Text, false
	for _, field := range textsOf(u) {
		if !strings.Contains(*field, scanned) {
			continue
		}
		found = true
		if e.Kind == plan.ErratumCorrected {
			*field = strings.ReplaceAll(*field, scanned, norm.NFC.String(e.Corrected))
		}
	}
	switch {
	case !found:
		return false
	case e.Kind == plan.ErratumNoted:
		u.Notes = append(u.Notes, e)
		return true
	case u.Text != scannedText && u.Scanned == "":
		u.Scanned = scannedText
	}
	u.Corrections = append(u.Corrections, e)
	return true
}
