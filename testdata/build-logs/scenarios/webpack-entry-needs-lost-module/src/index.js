import _ from "lodash";
import { format } from "date-fns";
import "./basket";

console.log(_.chunk([1, 2, 3], 2), format(new Date(), "yyyy"));
