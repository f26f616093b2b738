// Evidence of merges by number: the same lines are the same number, wherever they lie in memory.

import Testing

@testable import Load

@Suite struct EvidenceNumbersTests {
    @Test("combinations are numbered by their lines, though none of them is kept by whoever asks")
    func numbersByText() {
        var numbers = EvidenceNumbers()
        for round in 0..<300 {
            let kind = round % 3
            let number = numbers.number(of: ["họ tên giống nhau", "ngày sinh \(kind)", "số căn cước"])
            #expect(number == kind + 1)
        }
        #expect(numbers.number(of: []) == 4)
        #expect(numbers.number(of: []) == 4)
    }
}
