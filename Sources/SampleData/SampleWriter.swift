// Writes an invented province into a folder: a list for each commune, and one of each district that names everybody again.

/// One file of an invented province.
public struct SampleFile: Sendable {
    /// Relative to the input folder, with `/`.
    public var path: String
    public var bytes: [UInt8]
}

/// An invented province: every person on the list of the commune and on the overview of Home Affairs.
public struct SampleProvince: Sendable {
    public let people: [InventedPerson]

    /// Invents so many people; the same arguments give the same people.
    public init(people count: Int, seed: UInt64, communes: [SampleCommune]) {
        var inventor = PeopleInventor(seed: seed, communes: communes)
        people = inventor.people(count)
    }

    /// Hands out the lists one after the other: per commune (CSV and XML in turn), then per district.
    public func writeLists(_ write: (SampleFile) throws -> Void) rethrows {
        var district: [InventedPerson] = []
        var start = 0
        var lists = 0
        while start < people.count {
            let commune = people[start].commune
            var end = start
            while end < people.count, people[end].commune.name == commune.name,
                people[end].commune.district == commune.district
            {
                end += 1
            }
            let staff = Array(people[start..<end])
            let form: ListForm = lists.isMultiple(of: 2) ? .csv : .spreadsheetML
            try write(
                SampleFile(
                    path: "\(commune.district)/cap-xa/\(lists + 1).\(form.rawValue)",
                    bytes: ListForms.list(
                        of: staff, title: "DANH SÁCH CÁN BỘ, CÔNG CHỨC " + commune.name.uppercased(), form: form)))
            lists += 1
            district += staff
            if end == people.count || people[end].commune.district != commune.district {
                try write(
                    SampleFile(
                        path: "so-noi-vu/tong-hop/\(commune.district).csv",
                        bytes: ListForms.list(of: district, title: "BIỂU TỔNG HỢP CÁN BỘ, CÔNG CHỨC", form: .csv)))
                district = []
            }
            start = end
        }
    }
}
