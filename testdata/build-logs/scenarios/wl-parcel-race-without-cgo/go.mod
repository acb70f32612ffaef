module parcel

go 1.21
