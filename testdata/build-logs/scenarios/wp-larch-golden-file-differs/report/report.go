package report

import (
	"fmt"
	"strings"
)

func Table(rows []string) string {
	var b strings.Builder
	for i, r := range rows {
		fmt.Fprintf(&b, "%3d  %-10s|\n", i, r)
	}
	return b.String()
}
