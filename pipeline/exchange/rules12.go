package exchange

func validate12(root *node) []violation { return nil }
