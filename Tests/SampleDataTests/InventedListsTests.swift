import Testing

@testable import SampleData

@Suite("Invented lists")
struct InventedListsTests {
    @Test("are the same for the same seed, and others for another")
    func repeatable() throws {
        let first = try Invented(people: 1_200, seed: 7).files(of: 3)
        #expect(try first.map(\.bytes) == Invented(people: 1_200, seed: 7).files(of: 3).map(\.bytes))
        #expect(try first.map(\.bytes) != Invented(people: 1_200, seed: 8).files(of: 3).map(\.bytes))
    }

    @Test("name everybody once or more, and the truth knows who stands where")
    func everybodyIsListed() throws {
        let invented = try Invented(people: 1_200, seed: 2)
        for district in invented.districts {
            let keys = invented.truth("rows.csv", of: district)
                .filter { $0.contains(",person,") }.compactMap { $0.split(separator: ",").dropLast().last }
            let people = invented.writer.staff(of: district).people
            #expect(Set(keys).count == people.count)
            #expect(invented.truth("persons.csv", of: district).count == people.count)
        }
    }

    @Test("come in every form")
    func everyForm() throws {
        let invented = try Invented(people: 6_000, seed: 1)
        var forms: Set<String> = []
        for district in invented.districts {
            for line in invented.truth("files.csv", of: district) {
                for form in FileForm.allCases where line.contains(",\(form.rawValue),") { forms.insert(form.rawValue) }
            }
        }
        #expect(forms.sorted() == FileForm.allCases.map(\.rawValue).sorted())
    }

    @Test("without mess have one form, no issue, no refusal")
    func clean() throws {
        let invented = try Invented(people: 1_200, seed: 4, mess: .none)
        for district in invented.districts {
            #expect(invented.truth("issues.csv", of: district).filter { !$0.hasSuffix("unit.unknown") }.isEmpty)
            #expect(invented.truth("file_issues.csv", of: district).isEmpty)
            #expect(invented.truth("files.csv", of: district).allSatisfy { $0.contains(",loaded,utf-8,csv,") })
        }
    }

    @Test("at the size of a country have a truth of persons by row")
    func compactTruth() throws {
        let invented = try Invented(people: 1_200, seed: 4, hasFullTruth: false)
        let lines = invented.truth(DistrictWriter.compactTruth, of: 2)
        #expect(!lines.isEmpty)
        for line in lines {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(cells.count == 4)
            #expect(cells[2] == "1")
            #expect(cells[3].split(separator: " ").allSatisfy { $0 == "." || Int($0) != nil })
        }
    }

    @Test("of the country hold about 1.4 rows a person in about 10,000 files")
    func country() throws {
        let invented = try Invented(people: 2_500_000, seed: 1, hasFullTruth: false, pipeline: "vietnam")
        #expect(invented.writer.quotas.reduce(0) { $0 + $1.total } == 2_500_000)
        var (people, rows, files) = (0, 0, 0)
        let some = stride(from: 3, to: invented.districts.count, by: 90)
        for district in some {
            let outcome = invented.writer.write(district: district) { _ in files += 1 }
            people += outcome.people
            rows += String(decoding: outcome.truth[DistrictWriter.compactTruth] ?? [], as: UTF8.self)
                .split { " \t\n".contains($0) }.count { Int($0) != nil }
        }
        #expect((1.3...1.5).contains(Double(rows) / Double(people)))
        #expect((9_000...11_000).contains(files * invented.districts.count / some.underestimatedCount))
    }
}
