package version

import (
	"fmt"
	"log"
)

type Version struct{ Major, Minor, Patch int }

func Parse(s string) (v Version, err error) {
	if _, err = fmt.Sscanf(s, "%d.%d.%d", &v.Major, &v.Minor, &v.Patch); err != nil {
		log.Printf("error: cannot parse %q: %v", s, err)
	}
	return v, err
}
