"use client";
import { createRoot } from "react-dom/client";
import _ from "lodash";
import { ErrorBoundary } from "./ErrorBoundary.jsx";
createRoot(document.getElementById("root")).render(<ErrorBoundary>{_.capitalize("hello")}</ErrorBoundary>);
