// A small input with everything that a run meets: several formats, the same person twice, a total that differs, refusals.

import Foundation

extension Workplace {
    /// Writes five lists of invented people and two files that are refused.
    func writeInput() throws {
        try write(Self.commune, to: "in/muong-cha/cap-xa/Xa Na Sang.csv")
        try write(Self.district, to: "in/muong-cha/cap-huyen/DS.csv")
        let utf16 = Self.overview.data(using: .utf16LittleEndian) ?? Data()
        try write(Data([0xFF, 0xFE]) + utf16, to: "in/so-noi-vu/tong hop.txt")
        try write(Self.spreadsheet, to: "in/muong-cha/cap-xa/Xa Pa Ham.xml")
        try write(Self.commune, to: "in/muong-cha/cap-xa/Xa Na Sang - Copy.csv")
        try write("%PDF-1.4 scan", to: "in/muong-cha/quyet dinh.pdf")
    }

    /// Three people in two sections; the sheet's total says four.
    private static let commune = """
        ỦY BAN NHÂN DÂN;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;;;
        XÃ NA SANG;;Độc lập - Tự do - Hạnh phúc;;;;
        ;;;;;;
        DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ NA SANG;;;;;;
        STT;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Chức vụ;Ghi chú
        I;CÁN BỘ;;;;;
        1;LÒ VĂN PÂNG;12/03/1985;Nam;'011085000123;Chủ tịch UBND;
        2;Vừ A Bằng;05/11/1979;Nam;'011079000456;Bí thư Đảng ủy;Xin nghỉ hưu trước tuổi
        II;CÔNG CHỨC;;;;;
        3;Quàng Thị Inh;20/08/1990;Nữ;'011190000789;Công chức Văn phòng - Thống kê;
        4;;01/02/1991;Nữ;'011191000999;Công chức Tài chính - Kế toán;
        Tổng cộng: 5 người;;;;;;
        ;;Na Sang, ngày 20 tháng 5 năm 2025;;;;

        """

    /// A district office: one person with a plan, one without.
    private static let district = """
        STT,Họ và tên,Ngày sinh,Số CCCD,Chức vụ,Đơn vị,Đơn vị dự kiến bố trí
        1,Giàng A Lử,06/01/1988,011088001717,Trưởng phòng,Phòng Nội vụ huyện Mường Chà,Xã Na Sang
        2,Hoàng Thị Mai,07/09/1983,011183002222,Chuyên viên,Phòng Nội vụ huyện Mường Chà,

        """

    /// The Department's overview: one person of the commune again, in capitals and without accents on the unit.
    private static let overview = """
        TT\tHọ tên\tNgày, tháng, năm sinh\tCCCD\tĐơn vị
        1\tLò Văn Pâng\t12/03/1985\t011085000123\tUBND xa Na Sang

        """

    private static let spreadsheet = """
        <?xml version="1.0"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
         xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Worksheet ss:Name="DS"><Table>
        <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">DANH SÁCH CÁN BỘ XÃ PA HAM</Data></Cell></Row>
        <Row><Cell><Data ss:Type="String">STT</Data></Cell><Cell><Data ss:Type="String">Họ và tên</Data></Cell>
        <Cell><Data ss:Type="String">Ngày sinh</Data></Cell><Cell><Data ss:Type="String">Chức vụ</Data></Cell></Row>
        <Row ss:Index="4"><Cell><Data ss:Type="Number">1</Data></Cell>
        <Cell><Data ss:Type="String">Thào A Dình</Data></Cell>
        <Cell><Data ss:Type="DateTime">1973-05-26T00:00:00.000</Data></Cell>
        <Cell><Data ss:Type="String">Chủ tịch HĐND</Data></Cell></Row>
        </Table></Worksheet></Workbook>
        """
}
