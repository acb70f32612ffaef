package sync_test

import (
	"fmt"
	"testing"

	. "github.com/onsi/ginkgo/v2"
	. "github.com/onsi/gomega"

	"example.org/syncer/sync"
)

func TestSync(t *testing.T) {
	RegisterFailHandler(Fail)
	RunSpecs(t, "Sync Suite")
}

var _ = Describe("Once", func() {
	It("comes through in the end", FlakeAttempts(4), func() {
		Expect(sync.Once()).To(Succeed())
	})
	It("logs what went wrong", func() {
		fmt.Fprintln(GinkgoWriter, "ERROR: upstream: connection reset by peer")
	})
	PIt("reports metrics", func() { Fail("to be done") })
})
