// How often syllables stand in names of people and places and in official words: the vocabulary of personnel lists.
// Drawn from lists of names of the peoples of the North-West and from the names of units, titles and headings.

enum SyllableFrequencies {
    /// Syllables by the rounded negative logarithm of their frequency: those of `rarity` 5 make up e^-5 of the words.
    static let tiers: [(rarity: Int, syllables: String)] = [
        (
            3,
            """
            thị văn
            """
        ),
        (
            4,
            """
            a hoàng lò sơn tân
            """
        ),
        (
            5,
            """
            an bình bùi chảo hà hòa hù hưng hạng hồng long lý lường minh mẩy mỹ nông phú pờ quang quàng thanh \
            thành trung viên vàng vì vĩnh xuân yên đông đức
            """
        ),
        (
            6,
            """
            bắc cao chu châu chính chừ cà công cẩm dương giang giàng go hiệp hoa hùng hương hải hợp hừ ia \
            khoàng khánh kim lan liên lâm lù lương lộc lở lợi lục lỳ mai mì mùi mường mỳ nam nghĩa nguyễn \
            ngải ngọc ninh nạ phong phu phàn phúc phương phước quảng san sinh sài sần sừng tam thu thuận thái \
            thượng thạnh thắng thịnh thọ thủy tiến triệu trường trần tâm tây tòng tả tẩn vi vân vũ vụ xá xã \
            xó đinh đôi đại định đồng
            """
        ),
        (
            7,
            """
            anh ba ban biên bun bàn bé bích bạch bản bảo bằng bế cam chang che chiêu chiềng chung chánh chìn \
            chíu chư chức cát cư cương cường cấp de diên diễn duy dân dũng dần dịch ea gia giáo gố hiền hoằng \
            huy hóa hạ hạnh hậu hặc học hồ hội hữu i ii iii inh iv khai khê kiểm ky kỳ la lai lao linh ly \
            lèng lèo lé lê lòng lùng lạc lả lầu lập ma mã mé mông mùa mạnh mỷ na nga nghi nguyên nhàn nhân \
            nhơn nhất nu nà nậm nọi nụ panh phan phùng phạm phẩu phủ páo pâng pó pú pứ quan quách quốc quỳnh \
            sìn sông sùng số thiện thàng thào thông thúy thương thạch thảo thới thụy tiên toàn toán trang trà \
            trạch trị trọng tuấn tùng tú tư tươi tải tổng u vinh việt và vùi vạn vần vừ xa xinh xiên xuyên xè \
            xôm yêu ón điền điện đoàn đàm đào đình đăk đạo đặng đỗ động ơn
            """
        ),
        (
            8,
            """
            b bàu bá bạc bầu ca cang canh chi chinh chiến chuyên chà chá cháng chí chải chẳn chớ chở chủ chứ \
            cái cơ cầm cần cầu cốc cổ cở của cứ cửa danh diệu du dua dung duyên duần dình dính dơ dở dợ dục \
            dự giao già giám giáp giảng giống hiếu hiện hoan hoài hoàn huyền huyện hàm hàng hành hđnd hướng \
            hảng hằng hờ hứa kha khang khoa khu khua khăm khương kinh kiên kiến kiều kía ký kế kết kỷ kỹ lam \
            lang liêm loan luông là lãng lún lăng lĩnh lũng lưu lễ lệ lụa mo mong mua muôn mán máy môn mạ mảy \
            mừ nghiệm nghiệp nghề nguyệt ngày ngân ngãi ngô ngũ ngạch nhi nhung nhuận nhè nhìa như nhẩn nhật \
            nhị năm nưa nếnh oanh pa phanh phàng pháp phát phìn phình phòng phó phù phượng phấu phố phổ phụ \
            phụng pà pàng pá pọm quyết quán quân quý quản quế quới sa sang sao say song sua suối sáng sình \
            sín súa sĩ sơ sản sở sừ sừn thiên thiệu thuật thùy thư thường thế thống thực tiền tiện toản tra \
            trinh tráng trình trí trúc trương trưởng trừ trực tuyết tà tài tên tính tô tường tượng tạo tập tế \
            tỉnh tịch tịnh tở tủa tứ tự un viết voòng vù vương vật vệ vị vực xua xứ y yến ánh ân đa đak điều \
            đà đô đăng đơn đường đạ đạt đảng đất đắk độ ủy
            """
        ),
        (
            9,
            """
            bhxh biển bla bà bài bác báo bát bãi bí bóng bông búng bậc bến bị bố bồ bộ bủng bửu cai can cccd \
            cho chân chìa chía chông chù chùa chăn chương chấn chấp chẩn chỉ chống chợ cu cá cán câu cây cô \
            côn cù cú cúc cút cảng cảnh cộng cứu cửu cự di dia dinh diễm diện dí dùa dưỡng dược dầu dẫn dế dờ \
            dụ dụng dựng ghênh gian gio hai ham hanh hiêng hiến hiển hiệu hom hua huấn huệ huổi hào hán hường \
            hưởng hảo hệ hịa họ hỗ hộ hựu hỳ ka khuê khày khí khôi không khải khắc khứ kiêm kiệm kon krông kè \
            kê kênh kông lay lia liễu liệt luyện luân luận làm làng lái láng lân lâu lãnh lão lía lư lại lạn \
            lạng lềnh lịch lồng lỗ lộ lừ lử lực m mang moong my mào mây mè mô môi mùn măn măng mơ mạc mầm mậu \
            mỏ mộc mới mứn n nai nang ngam nghiêm nghiên nghệ nghị ngoại ngài ngành ngọk nha nham nhiệm nhà \
            nhé nhì nhựt non noong nàng ná nèn núa núi năng nơi nặm nỏ nội nủ nữ oai pc pha phi phim phiên \
            phiêng phóng phăng phường phần phềnh phục phử piêng pla pu puốn pành pồn pủa quay quy quyên quyền \
            quài quỳ quỹ rùa rạch sam sen si son soát sung sào sáy sâm sênh sính sư sương sấu sầu sếnh sềnh \
            sống sủng sử sỹ ta tao than thi thiết thoa thoan thuần thuốc thuỷ thám tháng thân thín thôn thú \
            thăng thơm thầu thẩm thắm thề thổ thời thụ thủ thứ thức tin tiểu toan toong tri triển truyền \
            tràng trâm trân trãi trì trưng trạm trả trấn trịnh trở trợ trữ tu tuy tuyên tuyến tuyền tuyển \
            tuần tác tìa tình tích tín tông túc tăng tĩnh tơ tương tướng tạ tảo tấn tấu tếnh tồng tổ tụa tử \
            ubnd uyên vang viễn việc viện vào vênh vô võ vĩ vư vượng vảng vấn vọng xia xà xây xông xương xếp \
            xừ ya yang ái án âm ô ôn ông ún đan điêu điểm đoan đài đàn đán đèo đôn đắc đằng đẳng đề địa đỏ \
            đốc ương ảng ẳng
            """
        ),
        (
            10,
            """
            am ayun bang bao bar bi binh biện bo bom bon bua bum bung buôn bàng bách bái báng bè bính bó bù \
            bú búk bút băng bạ bạt bảng bảy bệnh bồi bồng bổn bộc bờ cb cbcc cbccvc cdnn chanh cheo chim \
            chiên chiêng chiểu chua chuẩn chú chúc chơ chế chứng chữ chựa cmnd co cuông cuôr cv cvc cành các \
            cách cáy cò côi căn cơi cước cạn cả cải cảm cấm cấn cọ cống cồn cờ cụm củ củi cựu d dang diêm \
            diệm diệp dliê do dom don dong doãn drang dray drăng dtts duyệt duệ dài dĩnh dơi dạ dề dền dị dọn \
            dừa dực gai ghi giai giá gián giã giói gióng giôn giúp giồng giới giữ gà gành gáo gò gần h hang \
            hiao him hiên hoành hoạt hs hu hung huế huỳnh hy háng hát hân hình hòn húc hưu hạc hạp hắc hẹ hẹt \
            họa hỏa hố hối hồi hổ hừa jơ k kan kao kbang keo khanh khao khe khiêm khiên kho khoan khoang \
            khong khoái khung khuôn khác kháng khâm khâu khúc khăn khả khẩu khởi khụt kia kiêu kiết kiểng \
            kiện kiệt kly krong kroong kỵ leng li liêng liêu liệp llct loại lu lung luyến luống lào lát lây \
            lãm lèm lìa lói lóng lót lô lôi lôm lông lũ lơ lượng lạnh lầm lếch lộng lủng lự lựu mao mađaguôi \
            men mi miếu miền mttq mung muông muộn mãn mèo mê mí mít mòn mù mũi mươn mười mẫu mến mềm mễ mố \
            mốt mồ mỗ mộ một mục nay ngan nghĩnh nghỉ ngo ngoan nguyện ngà ngàm ngàn ngã ngòi ngư người ngạc \
            ngạn ngần ngối ngữ nhin nho nhuế nhâm nhã nhượng nhạc nhạn nhứt nhừ nhữ nia ning niêm niên niệm \
            nong nung nuôi nàn nâm nâng né nê nđ nước nại nấm nẫm nậu nỗ nộn o on pal pang pccv pheo pho phái \
            pháy phì phí phích phông phẩm phối phổng phớ pne pom prao prông pô pù púng pơ pơng pả pản pắc pằn \
            qlnn qua qui quê quả quất quận r ray ri riêng riềng rong ruộng rí rông rơ rạng rồng sanh sar sin \
            so sol stt su sà sàng sá sách sán sáu sì só sóc sô sđt sại sảng sầm sập sỏi sủ sự thao thiêm \
            thoại thoạn thuyết thài thác tháp thèn thì thạc thải thất thẩn thếnh thể thừa tinh tiêu tiếng \
            tnvk trai tranh tre triều trào trách trôi trù trùng trú trăm trước trại trạo trảng trầm trắc \
            trồng trụ tt tul tung tuân tuổi ty tào tàu tá tè tênh tôn tăm tại tầm tần tầng tắc tề tỏa tố tống \
            tốt tộc tờ tụ tủng tức từ tựu tỷ under uy v vai van vy vài vàm ván võng vượt vầy vận vịnh vừa vỹ \
            wer x xe xi xu xuất xín xả á áng âu é ích ính ý đang đen điềm điệp đo đoài đoán đt đu đun đá đám \
            đánh đáp đê đóng đước được đạc đảm đảo đầm đầu đậu đến đệm đỉnh đối đống đồ đồi đồn đổ đổng độc \
            đội ư ấm ấn ới ở ứng
            """
        ),
        (
            11,
            """
            adơk ake al also ang anông ar atiêng avương axan bau bay bhalêê bhing bhăng bhốk bia biền biều \
            blang blà blứ bok boolean boòng broăi bu bui buồm bành bám bán bánh báy bão bì bôi bôm bôn bă băh \
            bơ bưng bưởi bần bẩm bẩu bối bốn bội bột bục cau cc ch cha chai chais chia chin choong choáh \
            choóng chqs chro chrôh chum chun chày cháy châm chè chèo chéng chì chùm chũ chưa chạc chảy chất \
            chẩu chẽ chếu chồ chỗ chờ cm cmnv cmtnd columns combined con cooih cs ct cun cung cuốc cuối cuổi \
            cvcc càn càng cày cáo cáp có cùng cũ cạ cấu cắm cắn cằm cọn cọt cỏ cố cội cộp củng cừ cử din diêu \
            djrăng doal doanh document dreh dreng droh drung drênh drót drô drông drăm drơng drắk dt dun dur \
            dy dào dây dêr dêê dìn díu dõng dù dùng dăh dăm dăng dĩ dơk dơn dơng dư dạng dầm dẩn dịu dồm dữu \
            education elang en eo ga gang gar gari gc gd general ghềnh giuộc giàu giác giát giây giả giải \
            giản giếng giục glai glar glei glong group grăng gt gu gung gào gòi gòn gôi gạo gấm gằn gọi gốc \
            ha hbông he hine hinh hiu hktt hla hlốp hneng hnol hoang hon hoong hoá hoặc hra hreng hring hrung \
            hrú hsl hspc htnv htok httnv htxsnv huar hum huynh huyên huân huê huề huống huồi hài hàn hàu há \
            hãn hòe hóc hút hăn hđlđ hơ hẩu hẻm hẻo hịch hồn hộc hợi hỷ insurance jang jing jlơi kai kang kar \
            kbô kdang kdăm ken keng khay kheo khinh khiêng khoai khoen khoi khoong khoài khoán khtnv khun \
            khuyên khuyến khuyết khuông khuất khái khám khòa khòe khóa khăl khơng khươl khấu khắt khặt khế \
            khối khổng khủa khừa kinds kiếm kiền kiển kla klang klông kmar kmút kmăl knia knuếc knốp ko kpam \
            krang kreng krey kring kriêng krái krêl króa ktur kty ku kuêh kuăng kà kép kót kô kôi kôn kơ kơi \
            kần kẻ kể kịch lanh lau le lem len leo level ley lim lin ling liền liễn loa loi loong loỏng lua \
            luật luốc lài lành lá lách lã lìn lình lòa lôn lúc lúi lũm lũy lơng lưới lưỡng lược lạch lạp lản \
            lấp lần lặc lẹ lế lếu lề lệnh lống lốp lồ lớn lức lừu lữ lựm lỵ man manh mar mark mau me mil miầu \
            miễn miện mlah mlay mn mnông moan mrơn mu muổi mà màu má mái máng mát mâm mân mão mìn mò môl mú \
            múa măih mương mạch mại mạn mạo mạy mả mần mẫn mập mằn mặc mế mịch mọt mốc mộng mỡ mức mừng mỵ \
            nan ngai ngang nghinh nghèn nghé nghê nghì nghịu ngoi ngoong nguơn ngát ngâm ngâu ngây ngò ngại \
            ngảo ngọ ngổ nhai nhan nhau nhim nhiên nhiêu nhoong nhoóng nhum nhuệ nhài nhìu nhôn nhùn nhùng \
            nhận ni none ntns nuê nuôl nuông nài nánh nên nòi nóc nô nùng nú nơ nương nạp nết nọc nốt nớ nới \
            ong or pai pan pckv pe peng phang phiến phiệt phung phà phài phác phán pháo phân phê phòn phô \
            phơi phạ phả phải phật phặc phặng phồn phời pi pia piar pil piơr plao plei pling plô pnôn pre \
            pring pui pung pxi pài pác pán pék pì púch púk păl păm păng pơnan pơơ pải pấc pếch pết pố pốk \
            quai quao quyn quáng quí quơn rai ral ran rang rao rbin rbol rcăm re reh reo ring rmok rooi roàng \
            rsai rsal rsươm rtô ru rui ruồng rve rvê rài ràng ráng rã ré réo ròn rô răng rế rịa rốk rờ rụt \
            rừng s sai sim siên smar som sró srônh suê sàn sành sáo sáp sê sôr súp sơmei sả sảo sậy sắc sắk \
            sắp sặp sặt sịa sỏ sốp sổ sộng t tang tar tdtt tem tg tha thai tham thang theo thia thiêu thiền \
            thiềng tho thoi thung thuấn thuộc thuỵ thy thán thánh thâm thê thêm thìn thí thích thíp thôi thôm \
            thúc thơ thản thảnh thần thầy thẳm thố thốt thục thụp thứa tih ting tir tiêm tiếp tiệm tiệp tncs \
            tnn toại tr tray triết trol trul truông tràm trành trác trái trâu trìu tría tròn trôk trôm trĩ \
            trạng trấp trầu trống trục two tàm tám tánh táo tát tê tíh típ tó tóc tóh tôi tôm tôr túng tý tđ \
            tđcm tđvh tơi tản tất tật tắm tằng tẻh tọ tốn tồn tới tụng uar ubkt ubmttq ui vao vc ve ver vii \
            viêm voi vong vtvl vu vui vung vàl vàn vây vê vò vôi vũng vược vạc vạt vồn vừng wa wang wil wy \
            xanh xiêng xiêr xlcl xoài xuy xuyến xuôi xy xát xèo xé xén xích xím xóm xùa xú xăm xăng xạ xỉn \
            xốp yeng yiêng yok yông yă yết zuôih zà ét ê êbur êwi êê ít ó óc úc úy đakrông đal đambri đao đar \
            đcsvn đdcn đing đir điếm điển đoa đoạn đoọc đáy đãi đét đích đính đú đúc đưng đương đạm đạn đạp \
            đản đảnh đấu đẩu đập đắt địch đớt đờn đứa đứng ơ ơm ưu ước ải ảnh ấp ống ổ ớt ủ ủng ỷ
            """
        ),
    ]
}
