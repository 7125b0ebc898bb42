package plan

// Agency is one body of the register (cơ quan, đơn vị).
type Agency struct {
	ID        string   `yaml:"id" json:"id"`                          // "so-noi-vu"
	Name      string   `yaml:"name" json:"name"`                      // "Sở Nội vụ"
	Aliases   []string `yaml:"aliases" json:"aliases,omitempty"`      // other names and abbreviations: "SNV"
	Head      string   `yaml:"head" json:"head,omitempty"`            // title of the head: "Giám đốc Sở Nội vụ"
	Groups    []string `yaml:"groups" json:"groups"`                  // ids of the groups that it belongs to
	ValidFrom Date     `yaml:"valid_from" json:"valid_from,omitzero"` // zero: before the first plan
	ValidTo   Date     `yaml:"valid_to" json:"valid_to,omitzero"`     // last day; zero: still there
	Successor string   `yaml:"successor" json:"successor,omitempty"`  // id of the agency that took over its duties
	Oversees  bool     `yaml:"oversees" json:"oversees,omitempty"`    // its leaders see how the whole city stands
	Note      string   `yaml:"note" json:"note,omitempty"`            // source of the facts, or what is unknown
}

// Group is a set of agencies that the document addresses together (khối).
type Group struct {
	ID      string   `yaml:"id" json:"id"`           // "so-ban-nganh"
	Name    string   `yaml:"name" json:"name"`       // "sở, ban, ngành"
	Head    string   `yaml:"head" json:"head"`       // "Thủ trưởng sở, ban, ngành"
	Aliases []string `yaml:"aliases" json:"aliases"` // as the document prints it elsewhere, as people say it
	Note    string   `yaml:"note" json:"note,omitempty"`
}

// WardGroup is the id of the group of all wards, communes and townships.
const WardGroup = "phuong-xa"
