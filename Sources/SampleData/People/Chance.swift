// Chance that can be repeated: the same seed gives the same people on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, good enough to invent people.
struct Chance: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Chance of its own for one thing (a district, a file), whatever else was drawn before.
    init(seed: UInt64, _ purposes: UInt64...) {
        state = seed
        for purpose in purposes { state = Self.scrambled(state &+ 0x9e37_79b9_7f4a_7c15) ^ Self.scrambled(purpose) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Self.scrambled(state)
    }

    private static func scrambled(_ number: UInt64) -> UInt64 {
        var value = number
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    /// A number below a bound, 0 for a bound of 0.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(truncatingIfNeeded: next() >> 33) % bound
    }

    /// A number of a closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True so many times of a thousand.
    mutating func perMille(_ share: Int) -> Bool { share > 0 && below(1000) < share }

    /// True so many times of a hundred.
    mutating func percent(_ share: Int) -> Bool { share > 0 && below(100) < share }

    /// An element of a list that is not empty; the fallback otherwise.
    mutating func pick<Element>(_ list: [Element], or fallback: Element) -> Element {
        list.isEmpty ? fallback : list[below(list.count)]
    }

    mutating func pick(_ list: [String]) -> String { pick(list, or: "") }

    /// The list in another order (Fisher-Yates).
    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        var last = list.count - 1
        while last > 0 {
            list.swapAt(last, below(last + 1))
            last -= 1
        }
        return list
    }
}

/// Values with weights.
struct Weighted<Value: Sendable>: Sendable {
    private(set) var values: [Value] = []
    /// Running sums of the weights.
    private var sums: [Int] = []

    var isEmpty: Bool { values.isEmpty }

    mutating func add(_ value: Value, weight: Int) {
        guard weight > 0 else { return }
        values.append(value)
        sums.append((sums.last ?? 0) + weight)
    }

    /// One value by weight; nil where there is none.
    func draw(_ chance: inout Chance) -> Value? {
        guard let total = sums.last else { return nil }
        let drawn = chance.below(total)
        var (low, high) = (0, sums.count)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > drawn { high = middle } else { low = middle + 1 }
        }
        return low < values.count ? values[low] : nil
    }
}
