// How many lists people stand on, in a province and in the country.

/// The custom of sending lists. Shares are of a hundred districts, or of a thousand people where the name says `in`.
struct ListCustom: Sendable {
    /// How many communes share a file; each number as likely as the others.
    var communesInFile: [Int]
    /// Of a hundred files of several communes: those with a sheet for each.
    var sheetsForCommunes: Int
    /// Some districts send a file for each of their offices.
    var hasFilesOfOffices: Bool
    var filesOfSchools: Int
    /// Districts whose list of 2023 is there, too.
    var districtsWithOlder: Int
    /// Districts that the older personnel system exports, and their people who are in it.
    var districtsWithRecords: Int
    var inRecords: Int
    /// School staff on the list of the Department of Education and Training.
    var inEducationList: Int
    /// Agriculture, the newspaper and the education database send lists, too.
    var hasFurtherDepartments: Bool
    /// Lists of those who leave, of assets and of balances.
    var hasHandover: Bool
    var districtsWithResend: Int
    /// Districts of which somebody whom nobody knows sends people again.
    var districtsWithStranger: Int

    /// A province: short files, and about two rows a person.
    static let province = ListCustom(
        communesInFile: [1, 1, 1, 1, 1, 3], sheetsForCommunes: 40, hasFilesOfOffices: true, filesOfSchools: 1,
        districtsWithOlder: 100, districtsWithRecords: 100, inRecords: 600, inEducationList: 700,
        hasFurtherDepartments: true, hasHandover: true, districtsWithResend: 40, districtsWithStranger: 10)

    /// The country: 2.5 million people make about 3.5 million rows, 1.4 each, in about 10,000 files.
    static let country = ListCustom(
        communesInFile: [6], sheetsForCommunes: 0, hasFilesOfOffices: false, filesOfSchools: 2, districtsWithOlder: 50,
        districtsWithRecords: 30, inRecords: 400, inEducationList: 210, hasFurtherDepartments: false,
        hasHandover: false, districtsWithResend: 20, districtsWithStranger: 1)
}
