import Testing

@testable import SampleData

@Suite("Invented people")
struct InventedPeopleTests {
    @Test("have numbers that agree with birth and gender, each number once")
    func consistentNumbers() throws {
        let people = try Invented(people: 6_000, seed: 3).people()
        #expect(people.count == 6_000)
        #expect(Set(people.map(\.citizenID)).count == people.count)
        #expect(people.map(\.number) == Array(1...6_000))
        for person in people {
            #expect(IdentityRules.birthYear(person.citizenID) == person.birth.year)
            #expect(IdentityRules.isFemale(person.citizenID) == person.isFemale)
        }
        let old = people.map(\.oldID).filter { $0 > 0 }
        #expect(Set(old).count == old.count)
    }

    @Test("stand on steps of their scales, recruited as grown-ups")
    func plausibleCareers() throws {
        let scales = [
            "A1": (234, 33, 9), "A0": (210, 31, 10), "B": (186, 20, 12), "A2.1": (440, 34, 8), "A2.2": (400, 34, 8),
        ]
        for person in try Invented(people: 2_000, seed: 5).people() {
            #expect(person.recruited.year - person.birth.year >= 20)
            guard let (first, increment, steps) = scales[person.now.scale] else { continue }
            #expect((1...steps).contains(person.now.step))
            #expect(person.now.coefficient == first + increment * (person.now.step - 1))
        }
    }

    @Test("meet the announced figures to the person", arguments: [(6_000, 1), (5_500, 7), (12_000, 42)])
    func announcedFigures(people: Int, seed: UInt64) throws {
        let invented = try Invented(people: people, seed: seed)
        var (offices, communes, services) = (0, 0, 0)
        var headcounts: [String: Int] = [:]
        for district in invented.districts {
            let staff = invented.writer.staff(of: district)
            for person in staff.people where person.isAnnounced {
                let body = staff.bodies[person.now.body]
                #expect(person.category != "contract")
                switch (body.kind, person.plan) {
                case (.commune, _):
                    communes += 1
                    headcounts[staff.district.communes[body.commune ?? 0].successors[0], default: 0] += 1
                case (_, .commune(let code)), (_, .serviceCentre(let code)):
                    if body.kind.isDistrictOffice { offices += 1 } else { services += 1 }
                    headcounts[code, default: 0] += 1
                default: Issue.record("\(person.number) is counted without a place")
                }
            }
        }
        #expect(offices == 750)
        #expect(communes == 2_571)
        #expect(services == 246)
        #expect(headcounts.count == 45)
        #expect(headcounts["03127"] == 139)
        #expect(headcounts["03356"] == 51)
        #expect(headcounts["03175"] == 51)
        #expect(
            headcounts.filter { !["03127", "03356", "03175"].contains($0.key) }.values.allSatisfy {
                (52...138).contains($0)
            })
    }

    @Test("are as many as were asked for, at any size", arguments: [1, 60, 700, 3_000, 40_000])
    func anySize(people: Int) throws {
        #expect(try Invented(people: people, seed: 9).writer.quotas.reduce(0) { $0 + $1.total } == people)
    }
}
