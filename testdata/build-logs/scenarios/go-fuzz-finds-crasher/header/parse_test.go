package header

import "testing"

func TestParse(t *testing.T) {
	name, value, err := Parse("host: example.org")
	if name != "Host" || value != "example.org" || err != nil {
		t.Fatal(name, value, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("host: example.org")
	f.Add("accept:*/*")
	f.Fuzz(func(t *testing.T, line string) {
		name, _, err := Parse(line)
		if err == nil && name == "" {
			t.Error("empty name without error")
		}
	})
}
