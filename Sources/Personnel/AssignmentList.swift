// Everybody's assignments, those that many share kept once: most people go where their unit goes, with one sentence.

/// Assignments in order of person.
public struct AssignmentList: Sendable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    /// Each assignment that was added or set, by its number.
    public private(set) var kept: [Assignment] = []
    /// For each person the position in `kept`.
    private var positions: [Int32] = []

    /// The assignments of nobody.
    public init() {}

    /// - Parameter kept: each assignment that anybody has.
    /// - Parameter numbers: for each person the position in `kept`.
    public init(kept: [Assignment], numbers: [Int32]) {
        self.kept = kept
        positions = numbers
    }

    public init(arrayLiteral assignments: Assignment...) { for assignment in assignments { append(assignment) } }

    public var startIndex: Int { 0 }
    public var endIndex: Int { positions.count }

    public subscript(person: Int) -> Assignment {
        get { kept[Int(positions[person])] }
        set {
            positions[person] = Int32(kept.count)
            kept.append(newValue)
        }
    }

    /// The number of a person's assignment: its position in `kept`.
    public func number(ofPerson person: Int) -> Int { Int(positions[person]) }

    /// What becomes of a person, without the texts that go with it.
    public func status(ofPerson person: Int) -> AssignmentStatus { kept[Int(positions[person])].status }

    public mutating func reserveCapacity(_ count: Int) { positions.reserveCapacity(count) }

    /// Adds the next person's assignment, and gives the number by which others may share it.
    @discardableResult public mutating func append(_ assignment: Assignment) -> Int32 {
        let number = Int32(kept.count)
        kept.append(assignment)
        positions.append(number)
        return number
    }

    /// Adds a person whose assignment is one that was added before, by its number.
    public mutating func append(shared number: Int32) { positions.append(number) }
}
