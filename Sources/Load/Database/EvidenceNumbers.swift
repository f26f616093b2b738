// The few combinations of evidence behind many merges, each known by a number.

import Personnel

/// Numbers combinations of evidence from 1, in the order in which they first come.
///
/// The same few combinations stand over most merges; a number stands for one, where texts would be hashed line by line.
struct EvidenceNumbers {
    private var combinations = TextPool()
    /// Numbers by where a combination lies: merges that rest on the same levels share its memory.
    private var numbers: [UnsafeRawPointer?: Int] = [:]
    /// What lies there, so that no other combination can come to lie there.
    private var held: [[String]] = []
    private var scratch: [UInt8] = []

    /// The number of a combination, given now if it is new.
    mutating func number(of evidence: [String]) -> Int {
        let place = evidence.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
        if let known = numbers[place] { return known }
        let number = numberByText(of: evidence)
        numbers[place] = number
        held.append(evidence)
        return number
    }

    private mutating func numberByText(of evidence: [String]) -> Int {
        scratch.removeAll(keepingCapacity: true)
        for line in evidence {
            scratch.append(contentsOf: line.utf8)
            scratch.append(0x0A)
        }
        scratch.append(0)  // no combination is the empty text, which pools do not number
        return Int(scratch.withUnsafeBufferPointer { combinations.code(forUTF8: $0) }.rawValue)
    }
}
