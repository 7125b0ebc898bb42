package question

import (
	"cmp"
	"slices"

	"cchcbot/seeds/plan"
)

// rolePhrases say that somebody leads or supports.
func rolePhrases() *phrases[plan.Role] {
	p := &phrases[plan.Role]{}
	p.addLines(`chủ trì, chủ chì, đồng chủ trì, cùng chủ trì, phụ trách, làm chủ trì, đứng chủ trì, đứng đầu, làm đầu mối, đầu mối, cầm trịch, chịu trách nhiệm chính, làm chính, đứng mũi, giữ vai trò chủ trì, đứng tên chủ trì`, plan.RoleLead)
	p.addLines(`phối hợp, cùng phối hợp, tham gia phối hợp, hỗ trợ, phụ giúp, làm phụ, đi kèm, chỉ phối hợp, cùng làm`, plan.RoleSupport)
	p.addLines(`tham gia, cùng tham gia`, "")
	return p
}

// partyReader reads who takes part in the units that are asked for, and in which role.
type partyReader struct {
	*composer
	used map[int]bool // words for roles that stand for an agency
}

// parties gives each named agency its role and puts the asker's own in.
func (c partyReader) parties() {
	q := c.q
	covered := c.covered()
	c.anyRole()
	named := c.namedParties()
	if len(named) == 0 && q.Set() && c.onlyRole() != "" {
		named = c.groupInRole()
	}
	own := Party{Own: true, Via: q.via, Agency: q.Speaker}
	switch {
	case len(named) > 0:
	case q.Own || (q.Speaker != nil || c.saysI()) && (q.Set() || q.Asked(AskProduct) && len(q.About.Windows) > 0 || q.YesNo && c.onlyRole() != ""):
		own.Role = c.onlyRole()
		q.Own = q.Own || q.Speaker == nil && (len(q.About.Windows) > 0 || q.YesNo) // "hôm nay tôi phải nộp gì"
		named = append(named, own)
	}
	if len(named) == 1 && named[0].Role != "" && c.both() {
		other := named[0]
		named[0].Role, other.Role = plan.RoleLead, plan.RoleSupport
		named = append(named, other)
		for i := range c.words {
			c.used[i] = true
		}
	}
	q.About.Parties = named
	q.About.Any = len(named) > 1 && (c.eachAlone() || c.sideBySide(named))
	asked := func(role plan.Role) bool {
		return role == plan.RoleLead && q.Asked(AskOwner) || role == plan.RoleSupport && q.Asked(AskSupport)
	}
	for i := 0; i < len(c.words); i++ {
		role, n := c.roles.longest(c.words, i)
		if n == 0 || covered[i] || !c.used[i] && !asked(role) && (len(named) == 0 || role != c.onlyRole()) {
			continue
		}
		take(c.words[i : i+n])
		i += n - 1
	}
}

// anyRole takes both roles in one breath, which tell none: "ở cột chủ trì hoặc phối
// hợp".
func (c partyReader) anyRole() {
	for i := range c.words {
		role, n := c.roles.longest(c.words, i)
		at := i + n
		for n > 0 && at < len(c.words) && c.words[at].oneOf("và hoặc hay lẫn hay cột cơ quan") {
			at++
		}
		if other, m := c.roles.longest(c.words, at); n > 0 && m > 0 && role != "" && other != "" && other != role {
			for j := i; j < at+m; j++ {
				c.used[j] = true
			}
			take(c.words[i : at+m])
			return
		}
	}
}

// namedParties are the agencies that are named, other than the asker's own, each
// with its role.
func (c partyReader) namedParties() []Party {
	var named []Party
	var at []mention
	for i := range c.mentions {
		m := c.mentions[i]
		if m.speaker {
			continue
		}
		p := Party{Agency: &c.mentions[i].agency, Via: c.q.via, Not: c.excluded(m), Alone: c.alone(m)}
		p.Role = c.roleOf(i)
		if p.Not && len(c.q.Places) == 0 {
			p.Role = cmp.Or(p.Role, c.onlyRole()) // "ngoài A thì nhóm 4 còn ai chủ trì"
		}
		p.Only = p.Role != "" && !p.Not && c.onlyIn(m)
		if p.Role == "" && (c.q.Asked(AskMost) || c.q.Asked(AskLeast)) {
			p.Role = c.onlyRole() // "A với B ai chủ trì nhiều hơn"
		}
		if p.Role == "" && c.lotOf(m) {
			p.Role = plan.RoleLead // "trong hai việc của A"
		}
		if p.Role != "" && m.isGroup() && m.from > 0 && c.words[m.from-1].oneOf("cấp khối") {
			take(c.words[m.from-1 : m.from])
		}
		named, at = append(named, p), append(at, m)
	}
	for i := len(named) - 2; i >= 0; i-- {
		if named[i].Role == "" && c.joinedTo(at[i].to, at[i+1].from) && !named[i+1].Not {
			named[i].Role = named[i+1].Role
		}
	}
	for i := 1; i < len(named); i++ {
		if named[i].Role == "" && c.joinedTo(at[i-1].to, at[i].from) {
			named[i].Role, named[i].Not = named[i-1].Role, named[i].Not || named[i-1].Not
		}
	}
	if slices.ContainsFunc(named, func(p Party) bool { return p.Alone }) {
		named = slices.DeleteFunc(named, func(p Party) bool { return p.Not }) // "chỉ có A, không kèm B"
		for i := range named {
			named[i].Role = cmp.Or(named[i].Role, c.onlyRole())
		}
	}
	return named
}

// onlyIn reports whether a mention has its role and no other: "A chỉ phối hợp",
// "A phối hợp chứ không chủ trì".
func (c partyReader) onlyIn(m mention) bool {
	only, roles := false, 0
	for i := m.to; i < len(c.words) && i <= m.to+mostTies; i++ {
		_, n := c.roles.longest(c.words, i)
		switch {
		case n > 0 && roles > 0:
			return only
		case n > 0:
			only = only || c.words[i].oneOf("chỉ")
			roles++
			i += n - 1
		case roles == 0 && c.words[i].oneOf("chỉ"):
			only = true
		case roles > 0 && c.words[i].oneOf("thôi"):
			take(c.words[i : i+1])
			return true
		case roles > 0 && c.words[i].oneOf("chứ mà") && i+1 < len(c.words) && c.words[i+1].oneOf("không"):
			only = true
			take(c.words[i : i+2])
		case !c.words[i].oneOf(roleTies):
			return only && roles > 0
		}
	}
	return only && roles > 0
}

// alone reports whether nobody but an agency is to have its role: "chỉ có A", "một
// mình A".
func (c partyReader) alone(m mention) bool {
	from := m.from
	for from > 0 && c.words[from-1].oneOf("có mỗi do là một mình duy nhất") {
		from--
	}
	single := c.words[max(0, from-1):m.from]
	switch {
	case from > 0 && c.words[from-1].oneOf("chỉ") && from < m.from:
	default:
		at := slices.IndexFunc(c.words[m.to:], func(w word) bool { return w.oneOf("một") })
		if at < 0 || at > mostTies || m.to+at+1 >= len(c.words) || !c.words[m.to+at+1].oneOf("mình") {
			return false
		}
		single = c.words[m.to+at : m.to+at+2] // "A chủ trì một mình"
	}
	if !c.q.Set() && !c.namesTasks() {
		return false
	}
	take(single)
	return true
}

// lotOf reports whether a number of tasks is said to be an agency's own.
func (c partyReader) lotOf(m mention) bool {
	if m.from < 3 || !c.words[m.from-1].oneOf("của") {
		return false
	}
	for i := max(0, m.from-5); i < m.from-1; i++ {
		if n := c.lotCounted(i); n > 0 && i+n == m.from-1 {
			return true
		}
	}
	return false
}

// groupInRole is the group that a role is told of by a word that else only names a
// level: "cấp xã chủ trì việc nào".
func (c partyReader) groupInRole() []Party {
	for i := range c.words {
		id, n := c.spokenGroups.longest(c.words, i)
		level := 0
		if n == 0 && c.words[i].oneOf("cấp") && i+1 < len(c.words) {
			level = 1
			id, n = c.spokenGroups.longest(c.words, i+1)
			if n == 0 {
				id, n = c.ownKinds.longest(c.words, i+1)
			}
		}
		g, ok := c.register.Group(id)
		if n == 0 || !ok || !c.free(i, level+n) {
			continue
		}
		take(c.words[i : i+level+n])
		stand := c.register.Stand(g)
		return []Party{{Agency: &stand, Role: c.onlyRole(), Via: c.q.via}}
	}
	return nil
}

// both reports whether a sentence asks for both roles at once: "vừa chủ trì vừa
// phối hợp".
func (c partyReader) both() bool {
	twice := 0
	roles := map[plan.Role]bool{}
	for i, w := range c.words {
		if w.oneOf("vừa cả lẫn") {
			twice++
		}
		if role, n := c.roles.longest(c.words, i); n > 0 {
			roles[role] = true
		}
	}
	return twice > 1 && len(roles) > 1
}

// eachAlone reports whether several agencies are asked about one by one: "mỗi bên",
// "A hoặc B".
func (c partyReader) eachAlone() bool {
	for i, w := range c.words {
		if w.oneOf("mỗi từng") && i+1 < len(c.words) && c.words[i+1].oneOf("bên đơn cơ nơi sở người cái") || w.oneOf("lần") && i+1 < len(c.words) && c.words[i+1].oneOf("lượt") {
			take(c.words[i : i+2])
			takeWord(c.words, i+2, "vi")
			takeWord(c.words, i+2, "quan")
			return true
		}
		if w.oneOf("hoặc hay") && i > 0 && c.words[i-1].use == taken && i+1 < len(c.words) && c.words[i+1].use == taken && c.q.Asked(AskList) {
			return true
		}
	}
	return false
}

// sideBySide reports whether several agencies are asked about in one breath, each
// for itself: "A và B phải làm gì", where nothing says that they do it together.
func (c partyReader) sideBySide(parties []Party) bool {
	q := c.q
	if !q.Asked(AskList) && !q.Asked(AskMost) && !q.Asked(AskLeast) || slices.ContainsFunc(parties, func(p Party) bool { return p.Role != parties[0].Role || p.Not }) {
		return false
	}
	if slices.ContainsFunc(c.words, func(w word) bool { return w.oneOf("cùng chung đồng cả đều lẫn mà") }) {
		return false
	}
	before := c.words[:c.mentions[0].from]
	return !slices.ContainsFunc(before, func(w word) bool { return w.oneOf("nào") }) // "việc nào A và B chủ trì"
}

// saysI reports whether the asker is who does something: "tôi còn việc gì".
func (c partyReader) saysI() bool {
	for i := 0; i+1 < len(c.words); i++ {
		if c.words[i].oneOf("tôi tui em mình") && c.words[i+1].oneOf("còn phải cần nên có chưa đã được đang chủ phối nợ trễ") && !c.words[i+1].oneOf("hỏi") && (i == 0 || !c.words[i-1].oneOf("cho giúp của giùm")) {
			return true
		}
	}
	return false
}

// onlyRole is the one role that the sentence names, "" where it names none or two.
func (c *composer) onlyRole() plan.Role { return askedRole(c.words) }

// Words that stand between an agency and the word for its role, and how many.
const (
	roleTies = "là làm đứng được giao phải cũng sẽ có thì đơn vị cơ quan riêng đã chỉ vừa đang tên ghi nêu ở cột trong phần vai trò đích danh cùng đều không hoặc mỗi từng bên sở"
	mostTies = 7
)

// roleOf reads the role of a mention: from a word for one that leads to it ("chủ
// trì là A", "do A chủ trì"), else from one behind it.
func (c partyReader) roleOf(i int) plan.Role {
	m := c.mentions[i]
	if role, at := c.roleBefore(m.from, "là bởi gồm có"); at >= 0 && !c.used[at] {
		c.used[at] = true
		return role
	}
	end := len(c.words)
	if i+1 < len(c.mentions) {
		end = c.mentions[i+1].from
	}
	for j := m.to; j < end && j <= m.to+mostTies; j++ {
		if role, n := c.roles.longest(c.words, j); n > 0 {
			if c.used[j] || role == plan.RoleLead && c.q.Asked(AskOwner) && c.words[j].use == taken {
				break // "ai chủ trì" asks for another
			}
			c.used[j] = true
			return role
		}
		if !c.words[j].oneOf(roleTies) {
			break
		}
	}
	role, at := c.roleBefore(m.from, "với cùng là bởi của do")
	switch {
	case at < 0:
		if i == 0 && len(c.mentions) == 1 && c.q.By != ByAgency && !c.q.Asked(AskOwner) && !c.q.Asked(AskSupport) {
			return c.onlyRole()
		}
		return ""
	case c.words[at].use == taken && role == plan.RoleSupport && c.q.Asked(AskSupport):
		return plan.RoleLead // "ai phối hợp với A"
	case c.used[at] && role == plan.RoleSupport:
		return plan.RoleLead // "A phối hợp với B": B leads
	case c.used[at]:
		return ""
	}
	c.used[at] = true
	return role
}

// roleBefore reads a word for a role that ends before i, with at most two ties
// between.
func (c partyReader) roleBefore(i int, between string) (role plan.Role, at int) {
	for skip := 0; skip <= 2; skip++ {
		for n := 3; n >= 1; n-- {
			at := i - skip - n
			if at < 0 {
				continue
			}
			if role, length := c.roles.longest(c.words, at); length == n {
				return role, at
			}
		}
		if i-skip-1 < 0 || !c.words[i-skip-1].oneOf(between) {
			break
		}
	}
	return "", -1
}

// joinedTo reports whether nothing but a conjunction stands between two agencies.
func (c partyReader) joinedTo(from, to int) bool {
	return from <= to && !slices.ContainsFunc(c.words[from:to], func(w word) bool { return !w.oneOf("và với cùng hoặc hay lẫn cả các những") })
}

// excluded reports whether an agency is left out: "ngoài A", "trừ A", "không do A
// chủ trì", "A không chủ trì".
func (c partyReader) excluded(m mention) bool {
	if m.to+1 < len(c.words) && c.words[m.to].oneOf("không chưa") {
		if _, n := c.roles.longest(c.words, m.to+1); n > 0 {
			take(c.words[m.to : m.to+1])
			return true
		}
	}
	for i := m.from - 1; i >= 0 && i >= m.from-3; i-- {
		w := c.words[i]
		switch {
		case w.oneOf("ngoài trừ"), w.oneOf("không") && i < m.from-1 || w.oneOf("kèm") && i > 0 && c.words[i-1].oneOf("không"):
			if w.oneOf("kèm") {
				i--
			}
			take(c.words[i:m.from])
			return true
		case !w.oneOf("ra kể phải do là của có thuộc bởi giao cho"):
			return false
		}
	}
	return false
}
