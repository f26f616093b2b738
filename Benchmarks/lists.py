"""Invented personnel lists for the reading benchmark: one table of 21 columns, written in every format that is read."""
import html
import os
import random

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Lò Quàng Cà Vừ Giàng Sùng Mùa Thào Lường Tòng Bạc Cầm Đèo Điêu Vàng Hạng Ly Chang".split()
MIDDLE = "Văn Thị Đức Hữu Thanh Minh Ngọc Xuân Thu Quang A Bá Đình Kim Hồng Mai Hải Tuấn Việt Phương Khánh Thùy".split()
GIVEN = "Anh Bình Chi Dũng Đạt Giang Hà Hạnh Hiền Hoa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Phong Phượng Quân".split()
COMMUNES = ["Mường Phăng", "Nà Tấu", "Thanh Nưa", "Pá Khoang", "Noong Hẹt", "Tủa Thàng", "Sín Chải", "Chà Cang"]
DISTRICTS = ["huyện Điện Biên", "huyện Tủa Chùa", "huyện Mường Chà", "thị xã Mường Lay", "huyện Nậm Pồ"]
POSTS = ["Công chức Văn phòng - Thống kê", "Chủ tịch UBND", "Công chức Tư pháp - Hộ tịch", "Phó Bí thư Đảng ủy",
         "Công chức Địa chính - Nông nghiệp", "Chỉ huy trưởng Quân sự"]
SCHOOLS = ["Đại học Tây Bắc", "Học viện Hành chính Quốc gia", "Trường Chính trị tỉnh", "Đại học Luật Hà Nội"]
NOTES = ["", "", "", "Đang đi học, về trước 30/6", 'Hồ sơ "thiếu" bằng gốc', "Nghỉ thai sản; hưởng 85%", ""]
COLUMNS = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Dân tộc", "Tôn giáo", "Quê quán", "Nơi ở hiện nay",
           "Chức vụ", "Đơn vị", "Ngày vào ngành", "Trình độ", "Trường", "Lý luận chính trị", "Ngạch", "Bậc", "Hệ số",
           "Ngày hưởng", "Đảng viên", "Ghi chú"]


def row(dice, number):
    """One invented person."""
    commune, district = dice.choice(COMMUNES), dice.choice(DISTRICTS)
    date = lambda first, last: f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}/{dice.randint(first, last)}"
    return [
        str(number), f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {dice.choice(GIVEN)}", date(1965, 2002),
        dice.choice(["Nam", "Nữ"]), f"0110{dice.randint(0, 99_999_999):08}", dice.choice(["Kinh", "Thái", "H'Mông", "Khơ Mú"]),
        "Không", f"xã {commune}, {district}, tỉnh Điện Biên", f"bản {dice.choice(GIVEN)} {dice.randint(1, 9)}, xã {commune}",
        dice.choice(POSTS), f"UBND xã {commune}", date(1990, 2024), dice.choice(["Đại học", "Cao đẳng", "Trung cấp"]),
        dice.choice(SCHOOLS), dice.choice(["Sơ cấp", "Trung cấp", "Cao cấp"]), dice.choice(["01.003", "01.004", "06.032"]),
        str(dice.randint(1, 12)), f"{dice.uniform(1.86, 6.78):.2f}".replace(".", ","), date(2019, 2025),
        dice.choice(["x", ""]), dice.choice(NOTES),
    ]


def rows(count):
    """The same rows every time: some thousand different people, numbered through."""
    dice = random.Random(20250701)
    people = [row(dice, 0) for _ in range(5_000)]
    for number in range(1, count + 1):
        yield [str(number)] + people[number % len(people)][1:]


def csv_line(cells):
    return ",".join('"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"\n') else cell for cell in cells) + "\r\n"


def write_csv(path, count, encode=lambda text: text.encode()):
    with open(path, "wb") as out:
        out.write(encode(csv_line(COLUMNS)))
        for cells in rows(count):
            out.write(encode(csv_line(cells)))


def write_spreadsheetml(path, count):
    def line(cells):
        return "   <Row>\n" + "".join(
            f'    <Cell ss:StyleID="s62"><Data ss:Type="String">{html.escape(cell, quote=False)}</Data></Cell>\n' if cell
            else '    <Cell ss:StyleID="s62"/>\n' for cell in cells) + "   </Row>\n"

    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
                  '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
                  ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n'
                  ' <Styles><Style ss:ID="s62"><Font ss:FontName="Times New Roman"/></Style></Styles>\n'
                  ' <Worksheet ss:Name="Danh sách">\n  <Table>\n')
        out.write(line(COLUMNS))
        for cells in rows(count):
            out.write(line(cells))
        out.write("  </Table>\n </Worksheet>\n</Workbook>\n")


def write_record_xml(path, count):
    names = ["Stt", "HoTen", "NgaySinh", "GioiTinh", "SoCccd", "DanToc", "TonGiao", "QueQuan", "NoiO", "ChucVu", "DonVi",
             "NgayVaoNganh", "TrinhDo", "Truong", "LyLuan", "Ngach", "Bac", "HeSo", "NgayHuong", "DangVien", "GhiChu"]
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<DanhSach>\n')
        for cells in rows(count):
            fields = "".join(f"    <{name}>{html.escape(cell, quote=False)}</{name}>\n" for name, cell in zip(names, cells))
            out.write(f"  <CanBo>\n{fields}  </CanBo>\n")
        out.write("</DanhSach>\n")


def write_html(path, count):
    with open(path, "w", encoding="utf-8") as out:
        out.write('<html><head><meta charset="utf-8"></head><body><table border="1">\n')
        for cells in [COLUMNS, *rows(count)]:
            out.write("<tr>\n" + "".join(f'<td class="xl65" align="left">{html.escape(cell)}</td>\n' for cell in cells) + "</tr>\n")
        out.write("</table></body></html>\n")


def encoders():
    """Writers of the legacy encodings: windows-1258 takes letters apart, TCVN3 has a byte for each small one."""
    import unicodedata

    def windows_1258(text):
        whole = set("ăâêôơưđĂÂÊÔƠƯĐ")
        pieces = []
        for letter in unicodedata.normalize("NFC", text):
            apart = unicodedata.normalize("NFD", letter)
            tones = [mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323"]
            rest = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
            pieces.append(letter if letter in whole else rest + "".join(tones))
        return "".join(pieces).encode("cp1258")

    table = ("ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ")
    codes = {letter: 0xA1 + index for index, letter in enumerate(table) if letter != " "}

    def tcvn3(text):
        return bytes(codes.get(letter, codes.get(letter.lower(), ord(letter) & 0x7F)) if letter >= "\x80" else ord(letter)
                     for letter in text)

    return {"windows-1258": windows_1258, "tcvn3": tcvn3}


def make(folder, count):
    """Writes what is missing; paths by format."""
    os.makedirs(folder, exist_ok=True)
    share = count // 4
    writers = {
        "csv": (write_csv, count, ".csv"), "csv-tenth": (write_csv, count // 10, ".csv"),
        "spreadsheetml": (write_spreadsheetml, share, ".xml"),
        "spreadsheetml-tenth": (write_spreadsheetml, share // 10, ".xml"),
        "record-xml": (write_record_xml, share, ".xml"), "html": (write_html, share, ".html"),
    }
    for name, encode in encoders().items():
        writers[name] = (lambda path, rows, encode=encode: write_csv(path, rows, encode), share, ".csv")
    paths = {}
    for name, (write, rows_wanted, suffix) in writers.items():
        paths[name] = os.path.join(folder, f"{name}-{rows_wanted}{suffix}")
        if not os.path.exists(paths[name]):
            write(paths[name], rows_wanted)
    return paths
