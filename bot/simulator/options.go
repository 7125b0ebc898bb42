package simulator

import "time"

// Options say what world the bot lives in. The zero Options are a usable one:
// four personas, one group, no limits.
type Options struct {
	Name     string // the bot's name; "Trợ lý CCHC" where empty
	Username string // without @; "cchc_thu_bot" where empty

	Personas    []Persona // who speaks with the bot; DefaultPersonas where empty
	Groups      []Group   // group chats that the bot is a member of; DefaultGroups where Personas is empty too
	Moments     []Moment  // times worth a visit, which the page offers to set the clock to
	Suggestions []string  // first questions that the page offers in an empty chat

	Now         func() time.Time      // the clock of messages and of rate limits; time.Now where nil
	SetNow      func(time.Time) error // moves that clock, and back to the true time at the zero time; nil: the page cannot
	FirstUpdate int64                 // id of the first update; 0: the clock's Unix second, so that a restart goes on with higher ones

	Check  Check // looks at each request; nil checks nothing
	Strict bool  // a request that Check finds fault with is answered 400

	RateLimits      bool // 30 messages a second, 1 a second in a chat, 20 a minute in a group
	KeepAllRequests bool // the record is unbounded; for tests that assert on everything

	AllowedHosts []string // host names served besides loopback ones
}

// Check lists what the Bot API does not know of a request: its fields, objects
// and arrays as JSON texts, and the names of the parts with files.
type Check func(method string, fields map[string]string, files []string) []string

// Persona is a person of the made-up world.
type Persona struct {
	ID       int64  `json:"id"`
	Name     string `json:"name"`
	Username string `json:"username,omitempty"`
}

// Moment is a time with a name.
type Moment struct {
	Name string    `json:"name"`
	At   time.Time `json:"at"`
}

// Group is a group chat. The bot and all Members are in it.
type Group struct {
	ID      int64 // negative
	Title   string
	Members []int64 // ids of Personas
}

// The people and the group of the default world.
const (
	Official      int64 = 1001 // of no agency that the bot knows of
	Specialist    int64 = 1002 // focal person of UBND Quận 1
	Leader        int64 = 1003 // of Sở Tư pháp
	Administrator int64 = 1004 // of the bot
	FocalPerson   int64 = 1005 // of Sở Tư pháp
	TeamGroup     int64 = -2001
)

// DefaultPersonas are the people who use the bot, one of each kind and a second
// focal person.
func DefaultPersonas() []Persona {
	return []Persona{
		{ID: Official, Name: "Công chức", Username: "congchuc"},
		{ID: FocalPerson, Name: "Đầu mối - Sở Tư pháp", Username: "daumoi_stp"},
		{ID: Specialist, Name: "Đầu mối - UBND Quận 1", Username: "daumoi_q1"},
		{ID: Leader, Name: "Lãnh đạo - Sở Tư pháp", Username: "lanhdao_stp"},
		{ID: Administrator, Name: "Quản trị viên", Username: "quantri"},
	}
}

// DefaultGroups is one group chat with all DefaultPersonas in it.
func DefaultGroups() []Group {
	return []Group{{
		ID: TeamGroup, Title: "Tổ CCHC",
		Members: []int64{Official, FocalPerson, Specialist, Leader, Administrator},
	}}
}

// withDefaults fills what the caller left open.
func (o Options) withDefaults() Options {
	if o.Name == "" {
		o.Name = "Trợ lý CCHC"
	}
	if o.Username == "" {
		o.Username = "cchc_thu_bot"
	}
	if len(o.Personas) == 0 {
		o.Personas = DefaultPersonas()
		if len(o.Groups) == 0 {
			o.Groups = DefaultGroups()
		}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.FirstUpdate == 0 {
		o.FirstUpdate = o.Now().Unix()
	}
	return o
}
