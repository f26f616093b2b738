// Words around a name that are no part of it: titles in front, and words that say that a cell holds no name at all.

/// Phrases that are looked up by the words of a text, with their marks.
struct PhraseTable: Sendable {
    /// Words of each phrase as numbers, by the number of its first word, longest phrase first.
    private let phrases: [UInt64: [[UInt64]]]
    /// One bit of 65,536 for each first word, by which most lookups end early. Of fewer, common family names share
    /// some.
    private var filter = [UInt64](repeating: 0, count: 1_024)

    init(_ list: String) {
        var phrases: [UInt64: [[UInt64]]] = [:]
        for phrase in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
            let words = phrase.split(separator: " ").map { Self.number($0) }
            guard let first = words.first else { continue }
            phrases[first, default: []].append(words)
            let bit = Self.bit(first)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.phrases = phrases.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// Whether a phrase may begin with the word of this number; few words that begin none pass.
    @inline(__always) func mayBegin(_ number: UInt64) -> Bool {
        let bit = Self.bit(number)
        return filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    /// How many words the longest phrase at the beginning of `words` has; 0 for none.
    @inline(__always) func match(_ words: ArraySlice<NameText.Word>) -> Int {
        guard let first = words.first?.number else { return 0 }
        return mayBegin(first) ? longestMatch(words, first) : 0
    }

    @inline(never) private func longestMatch(_ words: ArraySlice<NameText.Word>, _ first: UInt64) -> Int {
        let candidates = phrases[first] ?? []
        return candidates.first { phrase in
            phrase.count <= words.count && zip(phrase, words).allSatisfy { $0 == $1.number }
        }?.count ?? 0
    }

    private static func number(_ word: some StringProtocol) -> UInt64 {
        word.unicodeScalars.reduce(0) { adding(Letter($1.value), to: $0) }
    }

    /// The number of a word with one letter more; case does not count.
    @inline(__always) static func adding(_ letter: Letter, to number: UInt64) -> UInt64 {
        (number << 11 | number >> 53) ^ UInt64(letter.bits & 0x7FF)
    }

    @inline(__always) private static func bit(_ number: UInt64) -> Int {
        Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 48)
    }
}

enum NameVocabulary {
    /// Titles that go when a name follows.
    static let titles = PhraseTable(
        """
        ông,bà,ô,ông bà,đ c,đc,d c,dc,đồng chí,đ chí,đ ch,ths,th s,thạc sĩ,thạc sỹ,ts,t s,tiến sĩ,tiến sỹ,bs,b s,bsck,
        bscki,bsckii,bác sĩ,bác sỹ,ck,cki,ckii,ks,k s,kỹ sư,kĩ sư,cn,c n,cử nhân,gs,g s,giáo sư,pgs,phó giáo sư,ds,
        d s,dsck,dscki,dsckii,dược sĩ,dược sỹ,ls,luật sư,ncs,kts,kiến trúc sư,ys,y sĩ,y sỹ,đd,điều dưỡng,thầy giáo,
        cô giáo,mr,mrs,ms,gv,nhà giáo
        """)

    /// Words of address that are names too: they go only when two words or more follow.
    static let addresses = PhraseTable("anh,chị,em,cô,chú,bác,thầy,cụ")

    /// Beginnings of cells that hold a unit, a position, a heading, a total or a remark instead of a name.
    static let otherThanNames = PhraseTable(
        """
        phòng,trường,sở,cục,chi cục,chi bộ,chi nhánh,ban quản,ban chỉ,ban tổ,ban tuyên,ban dân,ban thường,ban chấp,
        ban kinh,ban pháp,ban văn,ban giám,ban tiếp,ban công,ban bảo,ban đại,trung tâm,trạm,đài,bệnh viện,thư viện,
        bảo tàng,bảo hiểm,ngân hàng,tòa án,viện kiểm,nhà văn hóa,công ty,công an,công đoàn,công chức,công tác,
        cán bộ,viên chức,người lao,người lập,người ký,người hoạt,hợp đồng,hội,đảng,đoàn thanh niên,đoàn tncs,đội,khối,
        kho bạc,hạt kiểm,mặt trận,văn phòng,thanh tra,thành phố,thành ủy,thị xã,thị trấn,thị ủy,huyện,xã,phường,
        tỉnh,ủy ban,hội đồng,quân sự,bộ phận,bộ chỉ,tổ chức,tổ trưởng,tổ phó,tổng,cộng,họ và,họ tên,họ đệm,tên,
        danh sách,danh mục,stt,số,ngày,tháng,ghi chú,chức vụ,chức danh,chủ tịch,phó chủ,phó trưởng,phó giám,
        phó hiệu,phó bí,phó chánh,phó ban,phó phòng,phó tổng,phó đội,phó chỉ,trưởng,giám đốc,hiệu trưởng,kế toán,
        bí thư,giáo viên,nhân viên,chuyên viên,thủ trưởng,chánh,ủy viên,đại biểu,lãnh đạo,không,chưa,khuyết,trống,
        thiếu,còn thiếu,còn trống,bản,thôn,sinh năm,sn,nghỉ hưu,đã nghỉ,vị trí,biên chế,đơn vị,dân tộc,giới tính,
        trình độ,hệ số,năm sinh,quê quán,như trên,kèm theo,theo,tiếp theo,mầm non,tiểu học,uỷ ban,uỷ viên,thành uỷ,
        thị uỷ,toà án,nhà văn hoá,ubnd,hdnd,hđnd,ubmttq,mttq,thcs,thpt,ptdtbt,ptdtnt,gdtx,gdnn,tncs,ldld,lđlđ,bql,
        vphdnd,null,none,nan,undefined,error,value,nt,kt,tm,tl,xx,xxx,phong noi,phong giao,phong tai,phong van,
        phong kinh,phong tu,phong lao,phong y te,phong dan,truong mam,truong tieu,truong thcs,truong thpt,
        truong ptdtbt,truong ptdtnt,trung tam,thanh tra huyen,ban quan ly,uy ban,tong cong nguoi,tong so nguoi,
        cong chuc,can bo,vien chuc,pct,pct ubnd,ct ubnd,ct hđnd,pct hđnd,pbt,ptp,pgđ,pht,cvp,pcvp,ho va ten,danh sach,ghi chu,chuc vu,pho chu tich,khong co,chua co,nguoi lap,
        thi tran,thanh pho,giam doc,hieu truong,ke toan truong,pho bi thu,chuyen vien
        """)

    /// The commonest middle names, by which a name is known after any first word; the longer phrases are no names.
    static let middles = PhraseTable(
        "văn,thị,văn hóa,văn hoá,văn phòng,văn thư,văn bản,văn hiến,thị xã,thị trấn,thị ủy,thị uỷ,thị đội")

    /// Words that stand in no name, wherever in the cell.
    static let neverInNames = PhraseTable(
        "ubnd,hdnd,hđnd,ubmttq,mttq,thcs,thpt,ptdtbt,ptdtnt,gdtx,gdnn,tncs,ldld,lđlđ,bql,danh sách,tổng số"
    )

    /// Whether the word of this number may say that the text is more, or other, than a name.
    @inline(__always) static func needsLook(_ number: UInt64, isFirst: Bool) -> Bool {
        if neverInNames.mayBegin(number) { return true }
        return isFirst && (titles.mayBegin(number) || addresses.mayBegin(number) || otherThanNames.mayBegin(number))
    }
}
