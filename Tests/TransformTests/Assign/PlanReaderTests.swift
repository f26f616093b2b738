// Proposed units, read in the new catalogue.

import Personnel
import Testing

@testable import Transform

@Suite("Plans")
struct PlanReaderTests {
    private func reader() throws -> PlanReader {
        try PlanReader(catalogue: try DienBien.catalogue(), words: try DienBien.table("reorganisation/plan-words"))
    }

    @Test(
        "a plan that names one new unit",
        arguments: [
            ("Xã Na Sang", "03172"), ("UBND xã Mường Tùng", "03181"), ("phường Điện Biên Phủ", "03127"),
            ("P. Mường Thanh", "03334"), ("UBND P.Mường Thanh, tỉnh Điện Biên", "03334"), ("xa Nam Nen", "03194"),
            ("Đảng ủy xã Pú Nhung", "03260"), ("Phòng Kinh tế xã Búng Lao", "03301"), ("Xã Sáng Nhè", "03244"),
            ("XÃ MƯỜNG CHÀ", "03166"), ("Na Sang", "03172"), ("Xã Mường Chà, huyện Nậm Pồ", "03166"),
            ("Sở Giáo dục và Đào tạo", "so-gddt"), ("Sở GD&ĐT", "so-gddt"), ("Sở GDĐT tỉnh Điện Biên", "so-gddt"),
            ("Sở NN&MT", "so-nnmt"), ("Sở Nông nghiệp và Môi trường", "so-nnmt"),
            ("TTDVTH phường Mường Thanh", "ttdvth-03334"),
            ("Trung tâm Dịch vụ tổng hợp xã Nậm Nèn", "ttdvth-03194"), ("TT DVTH xã Pa Ham", "ttdvth-03193"),
            ("Ban QLDA và PTQĐ khu vực 4", "qlda-ptqd-4"), ("TT GDNN-GDTX khu vực 2", "gdnn-gdtx-2"),
            ("Trung tâm GDNN - GDTX khu vực 2 thuộc Sở GD&ĐT", "gdnn-gdtx-2"), ("TT DVNN KV 3", "dvnn-3"),
            ("Báo Điện Biên Phủ", "bao-dien-bien-phu"), ("Báo và PTTH Điện Biên", "bao-dien-bien-phu"),
            ("Xã Mường Phăngg", "03325"),
            ("Trung tâm Phục vụ hành chính công xã Na Sang", "03172"), ("Điều động về xã Na Sang", "03172"),
            ("03127", "03127"),
        ])
    func one(text: String, id: String) throws {
        let catalogue = try DienBien.catalogue()
        guard case .unit(let unit) = try reader().read(text) else {
            Testing.Issue.record("\(text): \(try reader().read(text))")
            return
        }
        #expect(catalogue.newUnits[unit].id == id)
    }

    @Test(
        "a plan that names none, without an issue",
        arguments: ["", "-", "...", "Chưa bố trí", "chưa bố trí, chờ phương án", "Chờ sắp xếp", "Không", "x"])
    func nothing(text: String) throws { #expect(try reader().read(text) == .none) }

    @Test(
        "a plan that names no new unit",
        arguments: [
            "xã Quài Cang", "xã Phình Sáng", "xã Mường Bú", "phường Hồng Gai", "UBND xã Bình Minh",
            "Thị trấn Mường Chà", "Huyện Tuần Giáo", "Thành phố Điện Biên Phủ", "Sở Nội vụ", "Xã Na Sang, tỉnh Sơn La",
            "Xã Mường Mươn",
        ])
    func unknown(text: String) throws {
        guard case .unknown = try reader().read(text) else {
            Testing.Issue.record("\(text): \(try reader().read(text))")
            return
        }
    }

    @Test(
        "a plan that names several",
        arguments: [
            "Xã Na Sang hoặc xã Mường Tùng", "Phường Mường Lay/xã Nậm Nèn", "Xã Na Sang, xã Mường Tùng",
            "xã Na Sang hay xã Bình Minh", "Trung tâm GDNN-GDTX", "Ban Quản lý dự án", "Sở GD&ĐT hoặc Sở NN&MT",
        ])
    func several(text: String) throws {
        guard case .ambiguous = try reader().read(text) else {
            Testing.Issue.record("\(text): \(try reader().read(text))")
            return
        }
    }

    @Test("a plan that names an old unit says what became of it")
    func oldUnit() throws {
        let expected = PlanReading.unknown("Xã Quài Cang là đơn vị cũ, nay thuộc Xã Tuần Giáo")
        #expect(try reader().read("xã Quài Cang") == expected)
    }
}
