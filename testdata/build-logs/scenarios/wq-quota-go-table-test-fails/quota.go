package quota

import (
	"fmt"
	"strconv"
	"strings"
)

var units = map[string]int64{"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}

func Parse(text string) (int64, error) {
	text = strings.TrimSuffix(strings.ToUpper(text), "B")
	factor := int64(1)
	for unit, value := range units {
		if strings.HasSuffix(text, unit) {
			text, factor = strings.TrimSuffix(text, unit), value
		}
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("quota: %w", err)
	}
	return n * factor, nil
}
