import ms from "ms";
import { createHash } from "crypto";

document.title = createHash("sha256").update(ms("1d").toString()).digest("hex");
