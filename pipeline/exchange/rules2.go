package exchange

func validate2(root *node) []violation { return nil }
