"""Invents a table of people for measuring matching: `people.py ROWS FILE` writes ROWS rows of about 5 people to 7 rows.

Vietnamese names as they are distributed, birth dates, identity numbers (half of the rows have one), gender, commune,
position. A second row of a person lacks or mistypes a value now and then; the column `person` is the truth.
"""
import random
import sys

FAMILIES = ("Nguyễn 28 Trần 10 Lê 9 Phạm 6 Hoàng 5 Vũ 4 Lò 8 Quàng 5 Cà 4 Giàng 4 Vàng 4 Sùng 3 Mùa 3 Thào 2 Hờ 1 "
            "Bạc 1 Lường 3 Tòng 3 Đỗ 2 Bùi 2 Đặng 2 Ngô 1 Dương 1 Lý 1").split()
MIDDLES = "Văn 30 Thị 30 Đức 4 Minh 5 Thanh 5 Ngọc 4 Hữu 3 Xuân 3 Quang 3 Thu 3 Hồng 3 Kim 2 Anh 2 Mạnh 1 A 5 Thúy 2".split()
GIVEN = ("Hùng Dũng Tuấn Hương Lan Hoa Mai Hạnh Hà Hải Sơn Long Nam Bình An Phương Thảo Trang Linh Nga Hiền Thủy Yến Tâm "
         "Quân Khánh Việt Cường Toàn Thắng Pâng Panh Ót Inh Hặc Lả Dính Páo Súa Chía Của Tủa Lử Chu Dơ Vừ Say Xôm Pản "
         "Biên Thương Nhung Dung Huệ Liên Vân Loan Oanh Kiên Trung Hiếu Đạt Phúc Lộc Thọ Tài Giang Tùng Bách").split()
POSITIONS = ["Giáo viên", "Công chức", "Kế toán", "Văn thư", "Chủ tịch", "Phó Chủ tịch", "Bí thư", "Chuyên viên", "Nhân viên"]
SLIPS = str.maketrans("aeionth", "oaeumht")


def weighted(words):
    return words[0::2], [int(weight) for weight in words[1::2]]


def rows(count, seed=1):
    chance = random.Random(seed)
    (families, family_weights), (middles, middle_weights) = weighted(FAMILIES), weighted(MIDDLES)
    number, written = 0, 0
    while written < count:
        number += 1
        name = " ".join([
            chance.choices(families, family_weights)[0], chance.choices(middles, middle_weights)[0],
            chance.choice(GIVEN) + ("" if chance.random() < 0.6 else " " + chance.choice(GIVEN))])
        year = chance.randint(1964, 2003)
        born = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        sex = chance.randint(0, 1)
        identity = f"{chance.randint(1, 96):03}{sex if year < 2000 else sex + 2}{year % 100:02}{chance.randint(0, 999999):06}"
        commune, position = f"xã {chance.randint(1, 3300)}", chance.choice(POSITIONS)
        for copy in range(chance.choices((1, 2, 3), (70, 20, 10))[0]):
            shown = [name, born, identity if chance.random() < 0.6 else "", ["Nam", "Nữ"][sex], commune, position]
            if copy and chance.random() < 0.10:
                shown[0] = name.translate(SLIPS) if chance.random() < 0.3 else name.upper()
            if copy and chance.random() < 0.05:
                shown[1] = born[:4] if chance.random() < 0.5 else f"{born[:5]}{chance.randint(1, 12):02}{born[7:]}"
            if copy and chance.random() < 0.2:
                shown[5] = chance.choice(POSITIONS)
            yield [str(written)] + shown + [str(number)]
            written += 1
            if written == count:
                return


def write(count, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,full_name,birth_date,national_id,gender,commune,position,person\n")
        for row in rows(count):
            file.write(",".join(row) + "\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
