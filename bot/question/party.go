package question

import (
	"slices"

	"cchcbot/seeds/plan"
)

// rolePhrases say that somebody leads or supports.
func rolePhrases() *phrases[plan.Role] {
	p := &phrases[plan.Role]{}
	p.addLines(`chủ trì, chủ chì, đồng chủ trì, cùng chủ trì, phụ trách, làm chủ trì, đứng chủ trì, đứng đầu, làm đầu mối, đầu mối, cầm trịch, chịu trách nhiệm chính, làm chính, đứng mũi, giữ vai trò chủ trì, đứng tên chủ trì`, plan.RoleLead)
	p.addLines(`phối hợp, cùng phối hợp, tham gia phối hợp, hỗ trợ, tham gia, cùng tham gia, phụ giúp, làm phụ, đi kèm, chỉ phối hợp, cùng làm`, plan.RoleSupport)
	return p
}

// parties gives each named agency its role and puts the asker's own in.
func (c *composer) parties() {
	q := c.q
	covered := c.covered()
	used := map[int]bool{} // role words that stand for an agency
	var named []Party
	var at []mention
	for i := range c.mentions {
		m := c.mentions[i]
		if m.speaker {
			continue
		}
		p := Party{Agency: &c.mentions[i].agency, Via: q.via, Not: c.excluded(m.from)}
		p.Role = c.roleOf(i, used)
		named, at = append(named, p), append(at, m)
	}
	for i := len(named) - 2; i >= 0; i-- {
		if named[i].Role == "" && c.joinedTo(at[i].to, at[i+1].from) && !named[i+1].Not {
			named[i].Role = named[i+1].Role
		}
	}
	own := Party{Own: true, Via: q.via, Agency: q.Speaker}
	switch {
	case len(named) > 0:
	case q.Own || (q.Speaker != nil || c.saysI()) && q.Set():
		own.Role = c.onlyRole()
		named = append(named, own)
	}
	q.About.Parties = named
	asked := func(role plan.Role) bool {
		return role == plan.RoleLead && q.Asked(AskOwner) || role == plan.RoleSupport && q.Asked(AskSupport)
	}
	for i := 0; i < len(c.words); i++ {
		role, n := c.roles.longest(c.words, i)
		if n == 0 || covered[i] || !used[i] && !asked(role) && (len(named) == 0 || role != c.onlyRole()) {
			continue
		}
		take(c.words[i : i+n])
		i += n - 1
	}
}

// saysI reports whether the asker is who does something: "tôi còn việc gì".
func (c *composer) saysI() bool {
	for i := 0; i+1 < len(c.words); i++ {
		if c.words[i].oneOf("tôi tui em mình") && c.words[i+1].oneOf("còn phải có chưa đã được đang chủ phối nợ trễ") && !c.words[i+1].oneOf("hỏi") && (i == 0 || !c.words[i-1].oneOf("cho giúp của giùm")) {
			return true
		}
	}
	return false
}

// onlyRole is the one role that the sentence names, "" where it names none or two.
func (c *composer) onlyRole() plan.Role { return askedRole(c.words) }

// ties stand between an agency and the word for its role.
const roleTies = "là làm đứng được giao phải cũng sẽ có thì đơn vị cơ quan riêng đã chỉ vừa đang"

// roleOf reads the role of a mention: from a word for one that leads to it ("chủ
// trì là A", "do A chủ trì"), else from one behind it.
func (c *composer) roleOf(i int, used map[int]bool) plan.Role {
	m := c.mentions[i]
	if role, at := c.roleBefore(m.from, "là bởi gồm"); at >= 0 && !used[at] {
		used[at] = true
		return role
	}
	end := len(c.words)
	if i+1 < len(c.mentions) {
		end = c.mentions[i+1].from
	}
	for j := m.to; j < end && j <= m.to+4; j++ {
		if role, n := c.roles.longest(c.words, j); n > 0 {
			if used[j] || role == plan.RoleLead && c.q.Asked(AskOwner) && c.words[j].use == taken {
				break // "ai chủ trì" asks for another
			}
			used[j] = true
			return role
		}
		if !c.words[j].oneOf(roleTies) {
			break
		}
	}
	role, at := c.roleBefore(m.from, "với cùng là bởi của do")
	switch {
	case at < 0:
		if i == 0 && len(c.mentions) == 1 && !c.q.Asked(AskOwner) && !c.q.Asked(AskSupport) {
			return c.onlyRole()
		}
		return ""
	case used[at] && role == plan.RoleSupport:
		return plan.RoleLead // "A phối hợp với B": B leads
	case used[at]:
		return ""
	}
	used[at] = true
	return role
}

// roleBefore reads a word for a role that ends before i, with at most two ties
// between.
func (c *composer) roleBefore(i int, between string) (role plan.Role, at int) {
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
func (c *composer) joinedTo(from, to int) bool {
	return from <= to && !slices.ContainsFunc(c.words[from:to], func(w word) bool { return !w.oneOf("và với cùng hoặc hay lẫn cả") })
}

// excluded reports whether an agency at i is left out: "ngoài A", "trừ A".
func (c *composer) excluded(i int) bool {
	if i == 0 {
		return false
	}
	w := c.words[i-1]
	before := word{}
	if i > 1 {
		before = c.words[i-2]
	}
	return w.oneOf("ngoài trừ") || w.oneOf("ra kể phải") && before.oneOf("trừ không ngoài")
}
