"""What an office would script to read the lists themselves: Python's csv, lxml and calamine, a list of headings, a guess at
the encoding; one CSV comes out, in the form that office.py cleans, matches and keeps.

It knows the common headings and formats, guesses UTF-8, UTF-16 or Windows-1258, keeps rows below a heading that have a
name of two words, and takes their unit from the file's name where no column gives it. Old fonts' encodings, damaged cells,
sections, plans and totals are beyond it. `write(folder, csv)` returns how many rows it wrote and how many files it gave up.
"""
import csv
import io
import os
import re
import unicodedata
from concurrent.futures import ProcessPoolExecutor

from lxml import etree, html
from python_calamine import CalamineWorkbook

COLUMNS = ["full_name", "birth_date", "gender", "national_id", "ethnicity", "position", "unit", "salary_coefficient", "phone"]
HEADINGS = {
    "full_name": ("ho va ten", "ho ten", "ho dem", "hovaten", "hoten"),
    "birth_date": ("ngay sinh", "ngay thang nam sinh", "nam sinh", "sinh ngay", "ngaysinh"),
    "gender": ("gioi tinh", "nam/nu", "gioitinh", "nu"),
    "national_id": ("cccd", "can cuoc", "so cccd", "cmnd", "dinh danh", "socccd"),
    "ethnicity": ("dan toc", "d/toc", "dantoc"),
    "position": ("chuc vu", "chuc danh", "vi tri viec lam", "chucvu", "chucdanh"),
    "unit": ("don vi", "noi cong tac", "co quan", "truong", "donvi"),
    "salary_coefficient": ("he so", "hs luong", "heso"),
    "phone": ("dien thoai", "sdt", "so dt", "dienthoai"),
}
SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


def key(text):
    parts = unicodedata.normalize("NFD", str(text).lower().replace("đ", "d"))
    return re.sub(r"\s+", " ", "".join(sign for sign in parts if not unicodedata.combining(sign))).strip()


def tables(path):
    """The file's tables, each rows of texts."""
    with open(path, "rb") as file:
        content = file.read()
    head = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if content[:2] == b"PK":
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    if head.startswith(b"<?xml") and b"<html" not in head:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
        if root.tag == SPREADSHEET + "Workbook":
            return [[placed((cell.get(SPREADSHEET + "Index"), cell.get(SPREADSHEET + "MergeAcross"), "".join(cell.itertext()))
                            for cell in row.iter(SPREADSHEET + "Cell"))
                     for row in sheet.iter(SPREADSHEET + "Row")] for sheet in root.iter(SPREADSHEET + "Worksheet")]
        records = [element for element in root.iter() if len(element) > 2 and all(len(child) == 0 for child in element)]
        names = list(dict.fromkeys(child.tag for record in records for child in record))
        return [[names] + [[record.findtext(name) or "" for name in names] for record in records]]
    text = decode(content)
    if b"<table" in head or b"<html" in head:
        return [[placed((None, int(cell.get("colspan", 1)) - 1, cell.text_content()) for cell in row.iter("td", "th"))
                 for row in table.iter("tr")] for table in html.fromstring(text).iter("table")]
    first = text[:5000]
    delimiter = max("\t;,|", key=first.count)
    return [list(csv.reader(io.StringIO(text), delimiter=delimiter))]


def placed(cells):
    """Cells at their columns: each with the column it states, how many more it covers, and its text."""
    row = []
    for index, more, text in cells:
        if index:
            row += [""] * (int(index) - 1 - len(row))
        row += [text] + [""] * int(more or 0)
    return row


def decode(content):
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1258", "replace")


def columns(row):
    found = {}
    for place, cell in enumerate(row):
        text = key(cell)
        for name, words in HEADINGS.items():
            if name not in found and any(text.startswith(word) for word in words):
                found[name] = place
                break
    return found if "full_name" in found and len(found) >= 3 else None


def date(text):
    match = re.fullmatch(r"\D*(\d{1,2})\D(\d{1,2})\D(\d{4})\D*", text)
    if match:
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return text[:10]


def people(path):
    """The rows of one file, or none where it cannot be read."""
    rows = []
    try:
        for table in tables(path):
            heading = None
            for row in table:
                found = columns(row) if heading is None or key(row[0] if row else "") in ("stt", "tt") else None
                if found:
                    heading = found
                    continue
                if heading is None:
                    continue
                values = {name: unicodedata.normalize("NFC", str(row[place])).strip() if place < len(row) else ""
                          for name, place in heading.items()}
                if len(values["full_name"].split()) < 2 or any(sign.isdigit() for sign in values["full_name"]):
                    continue
                values["full_name"] = " ".join(values["full_name"].split()).title()
                values["birth_date"] = date(values.get("birth_date", ""))
                values["national_id"] = re.sub(r"\D", "", values.get("national_id", ""))
                values["gender"] = {"nam": "male", "nu": "female"}.get(key(values.get("gender", "")), "")
                values["salary_coefficient"] = values.get("salary_coefficient", "").replace(",", ".")
                values.setdefault("unit", os.path.splitext(os.path.basename(path))[0])
                rows.append([values.get(name, "") for name in COLUMNS])
    except Exception:  # a script of this kind gives a file up and goes on
        return None
    return rows


def write(folder, target):
    names = sorted(os.path.join(place, name) for place, _, files in os.walk(folder) for name in files)
    count = given_up = 0
    with open(target, "w", encoding="utf-8", newline="") as file, ProcessPoolExecutor() as pool:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for rows in pool.map(people, names, chunksize=16):
            if rows is None:
                given_up += 1
                continue
            writer.writerows(rows)
            count += len(rows)
    return count, given_up
