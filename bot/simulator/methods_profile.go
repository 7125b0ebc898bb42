package simulator

import (
	"net/url"
	"unicode/utf8"
)

// setProfile answers setMyDescription and its like: one text in each language.
func setProfile(field string, limit int) method {
	return func(s *Server, c *call) (any, error) {
		if utf8.RuneCountInString(c.fields[field]) > limit {
			return nil, badRequest("bot %s is too long", field)
		}
		s.profile[commandKey{field, c.fields["language_code"]}] = c.fields[field]
		return true, nil
	}
}

// getProfile answers getMyDescription and its like.
func getProfile(field string) method {
	return func(s *Server, c *call) (any, error) {
		text := s.profile[commandKey{field, c.fields["language_code"]}]
		if text == "" {
			text = s.profile[commandKey{field, ""}]
		}
		if text == "" && field == "name" {
			text = s.options.Name
		}
		return map[string]string{field: text}, nil
	}
}

// setWebhook keeps the address and never calls it: while one is set, polling is
// refused, which is what a bot has to cope with.
func setWebhook(s *Server, c *call) (any, error) {
	address := c.fields["url"]
	if address != "" {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" {
			return nil, badRequest("bad webhook: An HTTPS URL must be provided for webhook")
		}
	}
	s.webhook = address
	return true, nil
}

func deleteWebhook(s *Server, c *call) (any, error) {
	s.webhook = ""
	if c.flag("drop_pending_updates") {
		s.queue.waiting = nil
	}
	return true, nil
}

func getWebhookInfo(s *Server, _ *call) (any, error) {
	return map[string]any{
		"url": s.webhook, "has_custom_certificate": false, "pending_update_count": len(s.queue.waiting),
	}, nil
}
