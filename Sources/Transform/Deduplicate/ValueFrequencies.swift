// How common values are among people at large, known before a row is read: it keeps rarity from being an accident of size.

import Vietnamese

/// The shares of people who bear values of a field: of some values by name, and of names by the words that they are made
/// of.
///
/// Names are given within groups of people, each of which has its own first, middle and last words. A name's share is the
/// sum over the groups of the group's share times the shares of its words there.
public struct ValueFrequencies: Sendable, Equatable {
    /// A word that a group of people has in its names.
    public struct Word: Sendable, Equatable {
        public enum Part: String, Sendable, CaseIterable { case first, middle, last }

        public var part: Part
        /// May be empty: a name without a middle.
        public var text: String
        public var group: String
        /// Kinds of people within the group who have words of their own, all equally many (women and men); empty: all.
        public var variant: String
        public var weight: Double

        public init(part: Part, text: String, group: String, variant: String, weight: Double) {
            self.part = part
            self.text = text
            self.group = group
            self.variant = variant
            self.weight = weight
        }
    }

    /// Values whose share is told, by the hash of the key.
    private var shares: [UInt64: Double]
    /// The shares of groups, in order of name.
    private var groups: [(name: String, share: Double)]
    private var words: [NameWords] = []
    /// The share of each group and variant.
    private var memberShares: [Double] = []
    /// The table that the words come from, as the model's file names it.
    public let wordsFile: String?

    /// - Parameters:
    ///   - shares: the share of people who bear a value.
    ///   - groups: how many people each group has; only the proportions count.
    public init(shares: [String: Double] = [:], groups: [String: Double] = [:], wordsFile: String? = nil) {
        self.wordsFile = wordsFile
        self.shares = [:]
        for (value, share) in shares { self.shares[stableHash(of: iyKey(value))] = share }
        let all = groups.values.reduce(0, +)
        self.groups = groups.keys.sorted().map { ($0, all > 0 ? (groups[$0] ?? 0) / all : 0) }
    }

    public static func == (one: ValueFrequencies, other: ValueFrequencies) -> Bool {
        one.shares == other.shares && one.groups.elementsEqual(other.groups, by: ==) && one.words == other.words
    }

    /// Takes the words of names; those of groups without a share are left out.
    ///
    /// A group of which no words of a part are known has those of all groups there.
    public mutating func take(_ all: [Word]) {
        let variants = Set(all.map(\.variant)).subtracting([""]).sorted()
        var weights: [Double] = []
        var members: [(group: String, variant: String)] = []
        for group in groups {
            for variant in variants.isEmpty ? [""] : variants {
                members.append((group.name, variant))
                weights.append(group.share / Double(max(1, variants.count)))
            }
        }
        words = Word.Part.allCases.map { part in
            NameWords(all.filter { $0.part == part }, members: members, weights: weights)
        }
        memberShares = weights
    }

    /// The share of people who bear the value of a key; nil where nothing is known of it.
    func share(ofKey key: KeyBytes) -> Double? {
        if let share = shares[stableHash(of: key)] { return share }
        if words.isEmpty || key.isEmpty { return nil }
        let space = UInt8(ascii: " ")
        guard let firstEnd = key.firstIndex(of: space), let lastStart = key.lastIndex(of: space) else { return nil }
        let parts = [key[..<firstEnd], key[min(firstEnd + 1, lastStart)..<lastStart], key[(lastStart + 1)...]]
        let found = zip(words, parts).map { $0.shares(of: KeyBytes(rebasing: $1)) }
        return memberShares.indices.reduce(0) { sum, member in
            sum + found.reduce(memberShares[member]) { $0 * $1[member] }
        }
    }
}

/// The words of one part of names, with their share in each group of people.
private struct NameWords: Sendable, Equatable {
    /// By the hash of a word's key: its share in each group.
    private var shares: [UInt64: [Double]] = [:]
    /// For words that a group does not know: a tenth of its rarest.
    private var unknown: [Double]

    init(_ all: [ValueFrequencies.Word], members: [(group: String, variant: String)], weights: [Double]) {
        unknown = Array(repeating: 0, count: members.count)
        var common: [UInt64: Double] = [:]
        var without: [Int] = []
        for (index, member) in members.enumerated() {
            let own = all.filter {
                $0.group == member.group && ($0.variant.isEmpty || $0.variant == member.variant) && $0.weight > 0
            }
            let sum = own.reduce(0) { $0 + $1.weight }
            if own.isEmpty { without.append(index) }
            for word in own {
                let hash = stableHash(of: iyKey(word.text))
                shares[hash, default: unknown.map { _ in 0 }][index] += word.weight / sum
                common[hash, default: 0] += weights[index] * word.weight / sum
            }
        }
        let covered = common.values.sorted().reduce(0, +)
        for index in without where covered > 0 {
            for (hash, share) in common { shares[hash]?[index] = share / covered }
        }
        for index in unknown.indices {
            unknown[index] = shares.values.reduce(1) { $1[index] > 0 ? min($0, $1[index]) : $0 } / 10
        }
        for hash in shares.keys {
            for index in unknown.indices where shares[hash]?[index] == 0 { shares[hash]?[index] = unknown[index] }
        }
    }

    func shares(of word: KeyBytes) -> [Double] { shares[stableHash(of: word)] ?? unknown }
}
