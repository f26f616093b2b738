// How dates and numbers agree, as packed integers.

/// What can be known of two packed dates (year x 10,000 + month x 100 + day, 0 for an unknown part).
struct DatePair {
    private let left: UInt32
    private let right: UInt32

    init(_ left: UInt32, _ right: UInt32) {
        self.left = left
        self.right = right
    }

    private var areFull: Bool { left % 100 != 0 && right % 100 != 0 }
    private var areSameYear: Bool { left / 10_000 == right / 10_000 }

    func holds(_ condition: DateCondition, argument: Int32) -> Bool {
        let (leftRest, rightRest) = (left % 10_000, right % 10_000)
        switch condition {
        case .equal: return left == right && areFull
        case .sameMonth:
            return !areFull && leftRest != 0 && rightRest != 0 && left / 100 == right / 100
        case .sameYear: return (leftRest == 0 || rightRest == 0) && areSameYear
        case .dayAndMonthSwapped:
            return areFull && areSameYear && leftRest / 100 == rightRest % 100 && leftRest % 100 == rightRest / 100
        case .yearsApart:
            let apart = max(left, right) - min(left, right)
            return areFull && leftRest == rightRest && apart / 10_000 <= UInt32(argument)
        case .twoParts:
            let months = leftRest / 100 == rightRest / 100
            let days = leftRest % 100 == rightRest % 100
            return areFull && (areSameYear ? months || days : months && days)
        case .oneDigit: return areFull && isOneDigitApart(UInt64(left), UInt64(right))
        case .otherYear: return !areSameYear
        case .different: return true
        }
    }
}

/// The conditions on dates without their arguments.
enum DateCondition: UInt8 {
    case equal, sameMonth, sameYear, dayAndMonthSwapped, yearsApart, twoParts, oneDigit, otherYear, different
}

/// Whether two numbers differ in one digit, or in two neighbouring digits that are swapped.
func isOneDigitApart(_ left: UInt64, _ right: UInt64) -> Bool {
    var (one, other) = (left, right)
    while one % 10 == other % 10, one != other {
        one /= 10
        other /= 10
    }
    if one / 10 == other / 10 { return true }
    return one / 100 == other / 100 && one % 10 == other / 10 % 10 && other % 10 == one / 10 % 10
}

/// Calls `body` with the decimal digits of a number as text.
func withDigits<Outcome>(of number: UInt64, _ body: (KeyBytes) -> Outcome) -> Outcome {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { memory in
        var (rest, start) = (number, 20)
        repeat {
            start -= 1
            memory[start] = UInt8(0x30 + rest % 10)
            rest /= 10
        } while rest > 0
        return body(KeyBytes(rebasing: UnsafeBufferPointer(memory)[start..<20]))
    }
}
