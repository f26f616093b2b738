import Personnel
import Testing

@testable import SampleData

@Suite("Invented provinces")
struct SampleProvinceTests {
    private let communes = [
        SampleCommune(name: "Xã Na Sang", district: "muong-cha"),
        SampleCommune(name: "Xã Pa Ham", district: "muong-cha"),
        SampleCommune(name: "Xã Quài Tở", district: "tuan-giao"),
    ]

    private func files(people: Int, seed: UInt64) -> [SampleFile] {
        var files: [SampleFile] = []
        SampleProvince(people: people, seed: seed, communes: communes).writeLists { files.append($0) }
        return files
    }

    @Test("are the same for the same seed, and others for another")
    func repeatable() {
        let first = files(people: 60, seed: 7)
        #expect(first.map(\.bytes) == files(people: 60, seed: 7).map(\.bytes))
        #expect(first.map(\.bytes) != files(people: 60, seed: 8).map(\.bytes))
    }

    @Test("hold people whose number agrees with birth and gender, each number once")
    func consistentNumbers() {
        let people = SampleProvince(people: 500, seed: 1, communes: communes).people
        #expect(people.count == 500)
        #expect(Set(people.map(\.nationalID)).count == 500)
        for person in people {
            #expect(person.nationalID.gender == person.gender)
            #expect(person.nationalID.birthYear == person.birthDate.year)
            #expect((234...498).contains(person.coefficient.value))
            #expect(!person.name.isEmpty)
        }
    }

    @Test("name everybody once on a commune's list and once on a district's")
    func everybodyTwice() {
        let rows = files(people: 60, seed: 7).map { file in
            String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
                .count { $0.contains("011") }
        }
        #expect(files(people: 60, seed: 7).map(\.path).count { $0.hasPrefix("so-noi-vu/") } == 2)
        #expect(rows.reduce(0, +) == 120)
    }
}
