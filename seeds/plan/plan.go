// Package plan holds the nouns of an administrative-reform plan and reads an
// official document into them.
//
// In: the text of a decision with its plan and appendix, the register of
// agencies and the list of scan errors. Out: a Plan whose Units keep the
// document's own words, its parties resolved against the register and its
// deadlines resolved to dates, and the Problems met on the way. The package
// knows no search and no chat, and never drops a line silently.
package plan

// Plan is one year's document.
type Plan struct {
	Kind   string `json:"kind,omitempty"`   // "Quyết định", "Kế hoạch"; "" where only the number tells
	Issuer string `json:"issuer,omitempty"` // as the letterhead has it, "" where the document does not tell
	Year   int    `json:"year"`             // the first year that the plan is for, 2024
	Until  int    `json:"until,omitempty"`  // the last, 0 where it is the first
	Number string `json:"number"`           // number of the decision, "6004/QĐ-UBND"
	Title  string `json:"title"`            // what the decision promulgates
	Issued Date   `json:"issued"`           // date of signature
	Source string `json:"source"`           // name of the file that was read

	ID        string `json:"-"` // names the decision in records, "" where its number does
	Code      int    `json:"-"` // by which buttons name it, 0 where its year does
	Withdrawn bool   `json:"-"` // it is opened by what was kept of it, and not by its year
	Line      string `json:"-"` // plans of one line take each other's place, year by year

	Agencies []Agency `json:"-"` // added to the register of its issuer for it, or further names of some there

	Units []Unit `json:"units"` // every unit, in the order of the document

	// Incomplete says that parts of the document are missing or could not be
	// read: what it does not hold must not be denied.
	Incomplete bool `json:"incomplete,omitempty"`

	// Furniture names the lines that belong to no unit: letterheads, the
	// table header that each page repeats, blank lines.
	Furniture []Furniture `json:"furniture,omitempty"`
}

// Furniture is lines of one sort that carry no words of the plan itself.
type Furniture struct {
	Name  string  `json:"name"` // "blank", "table header"
	Lines []Lines `json:"lines"`
}

// Kind says what sort of text a Unit is.
type Kind string

// The kinds of units, in the order in which the document brings them.
const (
	KindLegalBasis    Kind = "legal_basis"    // CC.n, a "Căn cứ"
	KindArticle       Kind = "article"        // D1..D4
	KindRecipients    Kind = "recipients"     // NN
	KindSignature     Kind = "signature"      // CK
	KindHeading       Kind = "heading"        // II, II.3, III.3, PL.3, PL.1.4: a list of what stands under it
	KindObjective     Kind = "objective"      // I.n
	KindTarget        Kind = "target"         // II.n, II.n.m
	KindNarrativeTask Kind = "narrative_task" // III.n.m
	KindFunding       Kind = "funding"        // IV.n
	KindAssignment    Kind = "assignment"     // V.n, V.n.m, V.KT
	KindTask          Kind = "task"           // PL.n.m, PL.n.m.k
)

// Unit is an addressable piece of the document.
type Unit struct {
	ID          string     `json:"id"`                    // "PL.1.14"; unique within its plan
	Kind        Kind       `json:"kind"`                  //
	Number      string     `json:"number"`                // as a reader writes it: "1.14", "3.6", "Điều 2"
	Heading     string     `json:"heading,omitempty"`     // id of the heading above, "" at the top
	Text        string     `json:"text"`                  // the words with scan errors corrected; paragraphs and sub-bullets are separated by "\n"
	Scanned     string     `json:"scanned,omitempty"`     // the words as scanned, "" where nothing was corrected in Text
	Product     string     `json:"product,omitempty"`     // the cell "Sản phẩm" of a Task, corrected; items separated by "\n"
	Lead        string     `json:"lead,omitempty"`        // the cell "Cơ quan chủ trì", corrected; items separated by "\n"
	Support     string     `json:"support,omitempty"`     // the cell "Cơ quan phối hợp", corrected; items separated by "\n"
	Begin       string     `json:"begin,omitempty"`       // the cell "Thời gian bắt đầu", where a table has one beside the deadline
	Remark      string     `json:"remark,omitempty"`      // the cell "Ghi chú" and others that fill no field
	Parties     []Party    `json:"parties,omitempty"`     // who leads, supports or is assigned, in the order of the text
	Deadline    Deadline   `json:"deadline"`              // Kind none where the document gives no time
	Footnotes   []Footnote `json:"footnotes,omitempty"`   // those whose marks stand in the Text
	Said        []string   `json:"said,omitempty"`        // how people speak of it, from the register of phrasings
	Corrections []Erratum  `json:"corrections,omitempty"` // scan errors corrected in any field
	Notes       []Erratum  `json:"notes,omitempty"`       // oddities kept as printed, in any field
	Lines       []Lines    `json:"lines"`                 // where it stands in Source
}

// Footnote is a note that the document attaches to a Unit.
type Footnote struct {
	Mark int    `json:"mark"` // 1 for ¹
	Text string `json:"text"`
}

// Lines is a range of lines of the source, counted from 1, both ends included.
type Lines struct {
	First int `json:"first"`
	Last  int `json:"last"`
}

// Erratum is one correction of a scan error, or one oddity that is kept as it
// is printed.
type Erratum struct {
	Unit      string      `yaml:"unit" json:"unit"`                     // id of the unit
	Kind      ErratumKind `yaml:"kind" json:"kind,omitempty"`           // "" for a correction
	Scanned   string      `yaml:"scanned" json:"scanned"`               // the words as scanned
	Corrected string      `yaml:"corrected" json:"corrected,omitempty"` // the words as they must have been printed; "" where noted
	Reason    string      `yaml:"reason" json:"reason"`
}

// ErratumKind says what is done about an Erratum.
type ErratumKind string

// The kinds of errata. A noted oddity is the issuer's own and never changed.
const (
	ErratumCorrected ErratumKind = ""
	ErratumNoted     ErratumKind = "noted"
)

// Role is what a Party has to do in a Unit.
type Role string

// The roles. Assigned is that of section V.
const (
	RoleLead     Role = "lead"
	RoleSupport  Role = "support"
	RoleAssigned Role = "assigned"
)

// Via is how a Party is addressed.
type Via string

// The ways of address. An Outside body is kept by its words alone.
const (
	ViaNamed   Via = "named"
	ViaGroup   Via = "group"
	ViaOutside Via = "outside"
)

// Party is one addressee of a Unit: an agency of the register, a group of
// them, or a body outside the register.
type Party struct {
	Role        Role   `json:"role"`
	Via         Via    `json:"via"`
	Words       string `json:"words"`                 // as printed, without list marks: "Giám đốc Sở Nội vụ (tổng hợp)"
	Agency      string `json:"agency,omitempty"`      // id, for ViaNamed
	Group       string `json:"group,omitempty"`       // id, for ViaGroup
	Qualifier   string `json:"qualifier,omitempty"`   // "tổng hợp", "có liên quan"
	Conditional bool   `json:"conditional,omitempty"` // meant only if concerned ("có liên quan"): no member can be told from the text
}
