// Chance that can be repeated: the same seed gives the same people on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, good enough to invent people.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    /// A number below a bound, 0 for a bound of 0. Own arithmetic, since the standard library does not promise to draw
    /// the same numbers in every version.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(truncatingIfNeeded: next() >> 33) % bound
    }

    /// True so many times of a hundred.
    mutating func percent(_ share: Int) -> Bool { below(100) < share }

    mutating func element<Element>(of list: [Element], or fallback: Element) -> Element {
        list.isEmpty ? fallback : list[below(list.count)]
    }
}

/// Texts with weights, from `text:weight` pairs with blanks between.
struct WeightedChoice: Sendable {
    private let texts: [String]
    /// Running sums of the weights.
    private let sums: [Int]

    init(_ pairs: String) {
        var texts: [String] = []
        var sums: [Int] = []
        for pair in pairs.split(separator: " ") {
            let parts = pair.split(separator: ":")
            guard let text = parts.first else { continue }
            texts.append(text.split(separator: "_").joined(separator: " "))
            sums.append((sums.last ?? 0) + (parts.count > 1 ? Int(parts[1]) ?? 1 : 1))
        }
        self.texts = texts
        self.sums = sums
    }

    func draw(_ generator: inout SeededGenerator) -> String {
        let drawn = generator.below(sums.last ?? 0)
        var (low, high) = (0, sums.count)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > drawn { high = middle } else { low = middle + 1 }
        }
        return low < texts.count ? texts[low] : ""
    }
}
