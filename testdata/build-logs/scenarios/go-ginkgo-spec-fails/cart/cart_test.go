package cart_test

import (
	"testing"

	. "github.com/onsi/ginkgo/v2"
	. "github.com/onsi/gomega"

	"example.org/cart/cart"
)

func TestCart(t *testing.T) {
	RegisterFailHandler(Fail)
	RunSpecs(t, "Cart Suite")
}

var _ = Describe("Cart", func() {
	var c *cart.Cart

	BeforeEach(func() { c = cart.New() })

	It("starts empty", func() { Expect(c.Names()).To(BeEmpty()) })

	When("something is added", func() {
		BeforeEach(func() { c.Add("tea", 2) })

		It("lists it", func() { Expect(c.Names()).To(ConsistOf("tea")) })

		It("keeps it while some is left", func() {
			c.Remove("tea", 1)
			Expect(c.Names()).To(ConsistOf("tea"))
		})

		It("drops it when all is removed", func() {
			c.Remove("tea", 2)
			Expect(c.Names()).To(BeEmpty(), "nothing should be left in the cart")
		})
	})
})
