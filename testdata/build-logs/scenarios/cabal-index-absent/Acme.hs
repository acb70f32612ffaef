module Acme where
