package simulator

import "slices"

// has reports whether a persona takes part in the chat.
func (c *chat) has(person int64) bool { return slices.Contains(c.members, person) }

// membership is the bot's own ChatMember.
func (s *world) membership(in *chat) map[string]any {
	out := map[string]any{"user": s.userJSON(botID), "status": "member"}
	if in.blocked {
		out["status"], out["until_date"] = "kicked", 0
	}
	return out
}
