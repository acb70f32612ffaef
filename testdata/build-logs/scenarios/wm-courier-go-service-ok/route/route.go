// Package route has costs.
package route

import "log"

// Cost is what a distance costs.
func Cost(km int) int {
	if km < 0 {
		log.Printf("ERROR route: negative distance %d", km)
		return 0
	}
	return km * 12
}
